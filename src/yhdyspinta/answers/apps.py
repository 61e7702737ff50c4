from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "yhdyspinta.answers"
    label = "answers"

    def ready(self) -> None:
        from yhdyspinta.answers.notices import KINDS
        from yhdyspinta.answers.refusals import WORDS
        from yhdyspinta.answers.round_pages import ROUND_PAGES
        from yhdyspinta.answers.search_entries import published_answers
        from yhdyspinta.answers.trail import VERBS
        from yhdyspinta.answers.translatable import KINDS as TEXTS
        from yhdyspinta.answers.unshown import follow_words, hold_answers
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.comments.following import register_follower
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.processes.indexing import register_texts
        from yhdyspinta.processes.language_versions import register_translatable
        from yhdyspinta.processes.round_pages import register_round_pages
        from yhdyspinta.wording.refusals import register_words

        register_words(WORDS)
        register_verbs(VERBS)
        register_kinds(*KINDS)
        register_texts(published_answers)
        register_translatable(*TEXTS)
        register_round_pages(*ROUND_PAGES)
        register_follower(hold=hold_answers, follow=follow_words)
