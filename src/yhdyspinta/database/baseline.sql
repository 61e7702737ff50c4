-- migration account.0001_initial 6f27ff6bdf57521a
-- migration account.0002_email_max_length c956ab7a3c3660a1
-- migration account.0003_alter_emailaddress_create_unique_verified_email 66b6f1939621bcfa
-- migration account.0004_alter_emailaddress_drop_unique_email ebc6317e90c47d7a
-- migration account.0005_emailaddress_idx_upper_email e7569f1662da1754
-- migration account.0006_emailaddress_lower 54adb08cb3fba66b
-- migration account.0007_emailaddress_idx_email 87fad70bfde8ae29
-- migration account.0008_emailaddress_unique_primary_email_fixup 794bf875bdbef9c4
-- migration account.0009_emailaddress_unique_primary_email 79762cfa7b1e1d7c
-- migration answers.0001_initial d9984dc5b8cf631c
-- migration answers.0002_former_answers fd6a069a1e326df6
-- migration answers.0003_approval_and_templates 40592bec9cbcd1de
-- migration answers.0004_corrections_wait_for_approval 2322e495ce576148
-- migration answers.0005_joined_to_published_answers 83514066c4490612
-- migration audit.0001_initial 01a66b5d4cdefb4a
-- migration audit.0002_refuse_change 4d453ed963ade21b
-- migration audit.0003_unsealed 0945ca20e9d073d1
-- migration auth.0001_initial 845cff319606332f
-- migration auth.0002_alter_permission_name_max_length feaf97e0e8f7d148
-- migration auth.0003_alter_user_email_max_length 9d5657b4db9872dc
-- migration auth.0004_alter_user_username_opts 9538db342c9a9bec
-- migration auth.0005_alter_user_last_login_null 79f60a35dc000fdd
-- migration auth.0006_require_contenttypes_0002 00cb16e3405f14b6
-- migration auth.0007_alter_validators_add_error_messages 115db87dc327530f
-- migration auth.0008_alter_user_username_max_length 02857f65f7d64814
-- migration auth.0009_alter_user_last_name_max_length 19a89500e7f108a7
-- migration auth.0010_alter_group_name_max_length 0963ed6498ac0b3a
-- migration auth.0011_update_proxy_permissions 85a5dde708dc4b61
-- migration auth.0012_alter_user_first_name_max_length 6cefbc9f80903763
-- migration authorities.0001_initial 514e4285a5f0dd62
-- migration authorities.0002_small_groups_from_five 78f78877b2f5f921
-- migration authorities.0003_postal_address_in_each_language b64b47850d5b1282
-- migration authorities.0004_easy_swedish_fits 0d4b5c350d49052a
-- migration authorities.0005_approval_and_templates 85bc1778982ec399
-- migration comment_rounds.0001_places_for_comments d2d97f0e9682b694
-- migration comments.0001_initial c3208969b2817085
-- migration comments.0002_receipt_once_in_activity 1eb644863bd3c517
-- migration comments.0003_sender_email_confirmed_at 9dd50a489b88b7b8
-- migration comments.0004_easy_swedish_fits dbac49966cd4300a
-- migration comments.0005_background_totals 0af825be3d5baf75
-- migration comments.0006_comment_was_shown 361b218c5659f828
-- migration comments.0007_indexes_for_a_hundred_thousand 454657982a36c0c9
-- migration comments.0008_keptgroups c632f845dd4e81cf
-- migration comments.0009_day_of_arrival e513dd905bf9711c
-- migration comments.0010_no_names_of_minors 6830aed08a9b970f
-- migration comments.0011_unanswered_are_counted 043a2371eb06e2cf
-- migration comments.0012_whose_change_it_is e9302dfc42cf9bb5
-- migration comments.0013_listed_by_home 638e4ca887637550
-- migration comments.0014_lists_begin e3ac6abd13aae157
-- migration contenttypes.0001_initial 35ed8489a147e0b4
-- migration contenttypes.0002_remove_content_type_name 7d36494075750f0e
-- migration documents.0001_initial 50f40bd70f44ccdd
-- migration documents.0002_published_versions_stand 529920a5ee1a45b8
-- migration documents.0003_descent_stands_and_texts_count_their_revisions e246f2dc075ea6f2
-- migration documents.0004_easy_swedish_fits bdc148e56ef3cb11
-- migration intake.0001_initial fce4e1306132fa28
-- migration intake.0002_batches_and_uploads 3863136d804af9c3
-- migration intake.0003_tables_write_by_links 8c541b64556c1180
-- migration intake.0004_facts_are_compared d03c9112c8d56dc3
-- migration intake.0005_statement_service 3921d2fe362bb85d
-- migration intake.0006_long_files 8ed1bda9b78f1083
-- migration intake.0007_progress_of_files 0258632d1e68ac6a
-- migration intake.0008_days_of_sheets 58fd47fef01d2cb4
-- migration intake.0009_waiting_notes_are_counted a5315b6714a7f232
-- migration intake.0010_mended_table_notes 9bb7353730eb02be
-- migration intake.0011_numbers_of_files 3288a78baadf583d
-- migration intake.0012_rounds_held_elsewhere_are_marked 2e511be201403dc6
-- migration intake.0013_what_stands_no_more_is_told 38e324a54592bb11
-- migration launch.0001_initial 7d013374543c13c0
-- migration launch.0002_released_packs_stand 5159d7b2ce39c39b
-- migration launch.0003_failures_are_shown eeb4bc0fb328058f
-- migration material.0001_initial d74f15f3775e5a2d
-- migration material.0002_translations_beside_comments df55a42209ce1a3a
-- migration material.0003_failures_are_told 0d7be55caca85062
-- migration material.0004_themes_are_undone b904f9f49080a8f1
-- migration material.0005_themes_have_their_own_field daedc0e01bb0fda0
-- migration mfa.0001_initial a42b6353f2ed5dd7
-- migration mfa.0002_authenticator_timestamps b6566eb07301e2e4
-- migration mfa.0003_authenticator_type_uniq 88550a456154080c
-- migration moderation.0001_initial 60a8226c00f7a6b3
-- migration moderation.0002_undone_decisions 7e984e9688f6ec03
-- migration moderation.0003_marks_that_nobody_can_type edddec32ca9fb2bc
-- migration notices.0001_initial 5d2b712c6540db42
-- migration notices.0002_held_until_undo 91f826ed8dab2118
-- migration open_data.0001_initial 5d9d303ffa9b63ee
-- migration open_data.0002_brought_requests 5f5055894d65c2da
-- migration open_data.0003_seen_deeds 4461a9da59bf8cfa
-- migration open_data.0004_what_was_read 94d12059818255ad
-- migration open_data.0005_requests_outlive_drafts 1d1f2b04a739f12b
-- migration open_data.0006_changes_are_noted deb319bb68c32d9d
-- migration open_data.0007_final_answers_are_noted 60453e32de1756b6
-- migration open_data.0008_keys_are_addresses 6c9747cbece1b2d1
-- migration open_data.0009_claimed_comments_are_noted f64d2f5acf134b09
-- migration open_data.0010_words_of_answers_are_noted bf3a0a987c05284c
-- migration open_data.0011_drafts_elsewhere_change_nothing bb10e45c9e5b7fd8
-- migration open_data.0012_brought_files_are_noted 1ca6455ac08a0b5d
-- migration open_data.0013_names_of_authorities_are_noted 4da751d11b2e2f74
-- migration open_data.0014_translations_are_noted 30337be6d05a3952
-- migration open_data.0015_what_was_taken_away e57ffa97b3328e41
-- migration outcomes.0001_initial b2f24c9b66dbab56
-- migration outcomes.0002_owner_name_in_each_language c8d961483e73a3ad
-- migration outcomes.0003_owner_is_the_person_named 1e2f88878ef191af
-- migration outcomes.0004_former_promises 893bfce3745efcee
-- migration outcomes.0005_first_promised_day 51dc2b8b36124a2c
-- migration outcomes.0006_done_is_told_once 8761f357ab2c1201
-- migration outcomes.0007_who_is_reminded 22e76abbf3cd38ee
-- migration people.0001_initial 2f50ceb16d8628b9
-- migration people.0002_sessions_and_limits 16ac2f23fc31b06a
-- migration people.0003_counts_of_tries_need_no_journal dde0769288170e2f
-- migration places.0001_initial c33a62012435c7e1
-- migration places.0002_load_areas e9ebe52f5ea54652
-- migration processes.0001_initial 1534a68c4ba29f6b
-- migration processes.0002_running_numbers a359073dc3161fd7
-- migration processes.0003_search af12f2e5da15c708
-- migration processes.0004_phases_count_their_revisions f3d8f43f3fe40a33
-- migration processes.0005_easy_swedish_fits 6fe431ca249acf99
-- migration processes.0006_stages_count_their_revisions f125947720901c72
-- migration processes.0007_follow_only_what_is_done ed099126e97c76a8
-- migration processes.0008_search_of_comments_apart 15b13cd57a8d63bf
-- migration processes.0009_answers_promised_before 9cd2a85c756bd8eb
-- migration processes.0010_rounds_held_elsewhere 3f27e50214e00ca4
-- migration procrastinate.0001_initial be81516c79d02f26
-- migration procrastinate.0002_drop_started_at_column 2ead163c1ce2991d
-- migration procrastinate.0003_drop_started_at_column 740f2d8ff02c0bb5
-- migration procrastinate.0004_drop_procrastinate_version_table 9f48b76f59a9cc8c
-- migration procrastinate.0005_fix_procrastinate_fetch_job 6a8e4055ab8e463d
-- migration procrastinate.0006_fix_trigger_status_events_insert d9d2f532a094aa09
-- migration procrastinate.0007_add_queueing_lock_column dc12645a882f2067
-- migration procrastinate.0008_close_fetch_job_race_condition 74c7c44a68d3c204
-- migration procrastinate.0009_add_defer_job_function b9d529f1bb143b09
-- migration procrastinate.0010_add_procrastinate_periodic_defers bd1aa56a04f86df5
-- migration procrastinate.0011_add_foreign_key_index 25cc0914481114fd
-- migration procrastinate.0012_add_locks_to_periodic_defer 7cf8863ace39220c
-- migration procrastinate.0013_fix_procrastinate_defer_periodic_job 4d5072911b8c904c
-- migration procrastinate.0014_add_finish_job_and_retry_job_functions 20ebed9ca30246c8
-- migration procrastinate.0015_add_trigger_on_job_deletion 41bec3a5111ff97f
-- migration procrastinate.0016_delete_finished_jobs aa4d841aae25c4b1
-- migration procrastinate.0017_add_checks_to_finish_job fa9f208ddf3368de
-- migration procrastinate.0018_add_checks_to_retry_job 893bfc867f1594eb
-- migration procrastinate.0019_fix_finish_job_compat_issue 4c85f00a990bb3d7
-- migration procrastinate.0020_add_index_on_procrastinate_jobs 5a93c4ea92b856f5
-- migration procrastinate.0021_add_kwargs_to_defer_periodic_job 88dd3371cbdee2ba
-- migration procrastinate.0022_null_locks_excluded 2d5b088f88e89d69
-- migration procrastinate.0023_remove_old_finish_job_function 89267383eac7bb81
-- migration procrastinate.0024_job_id_bigint 27108dc62abe6372
-- migration procrastinate.0025_add_models 29580ceb9d30811c
-- migration procrastinate.0026_add_job_priority 4f7746b8edef802a
-- migration procrastinate.0027_add_periodic_job_priority 17e24782e5f4b56e
-- migration procrastinate.0028_add_cancel_states 2831656624aa9165
-- migration procrastinate.0029_add_additional_params_to_retry_job 50d48f155234960c
-- migration procrastinate.0030_alter_procrastinateevent_options 94486414b944e707
-- migration procrastinate.0031_add_indexes_for_fetch_job c7235c71c0c003fd
-- migration procrastinate.0032_pre_cancel_notification 42c97f730f7f0edd
-- migration procrastinate.0033_post_cancel_notification 8bd0e84d1e45311e
-- migration procrastinate.0034_pre_add_heartbeat 844ed448222ba8b1
-- migration procrastinate.0035_post_add_heartbeat 0cbd71b8406c14f4
-- migration procrastinate.0036_add_worker_model f996e8059968a3a4
-- migration procrastinate.0037_pre_batch_defer_jobs 0d7d4294e8aa2749
-- migration procrastinate.0038_post_batch_defer_jobs 503152d687e3e49b
-- migration procrastinate.0039_pre_priority_lock_fetch_job aba2087cb2b69233
-- migration procrastinate.0040_pre_retry_failed_job f6d2a552fbbc5088
-- migration procrastinate.0041_post_retry_failed_job 2c8dc359b30362a9
-- migration reports.0001_initial 75b2070d7a841a7c
-- migration reports.0002_published_reports_stand 96f5cd8569eb0a09
-- migration reports.0003_practices d6b517cdc497aa5d
-- migration reports.0004_figures_of_a_draft e36b7b977631c5ea
-- migration reports.0005_annex_of_a_version 0a7d48a5450003a3
-- migration reports.0006_one_chain_of_groups fe52057b0cb8ca44
-- migration reports.0007_practices_are_changed 24c7c870b7ba434a
-- migration reports.0008_practices_within_a_section 03521ff81f2b9727
-- migration reports.0009_files_of_practices 374152911db8b759
-- migration reports.0010_practices_without_file 5ee2eff460b9a334
-- migration sessions.0001_initial 2aa438e2393ee513
-- migration site.0001_retention_runs_and_trail_checks afced83e71ee2f47
-- migration site.0002_addresses_in_one_form 02f8cb708f677cdf
-- migration site.0003_named_exports 1cf162b87a422eb4
-- migration statements.0001_initial 285aeeb997c77bfd
-- migration statements.0002_drafts_as_a_whole f7ee9f38af42c8d5
-- migration statements.0003_the_whole_matter 6da8a68166a8e127
-- migration transfers.0001_initial f32631e301a9a941
-- migration transfers.0002_correction_waits_for_approval 3dd9af985dcf6905
-- migration transfers.0003_drafts_like_those_of_answers 0ba47ab2544cfb0b
-- migration transfers.0004_who_wrote_and_asked fbebe137a888a649
-- migration transfers.0005_one_who_saved_last c5e62032c8dad77b
-- migration transfers.0006_answers_from_outside d683dcf069867a34
-- migration transfers.0007_former_days_of_answers 28f034eea6abe0c3
-- migration transfers.0008_answered_together ff26ef557c749719
-- migration transfers.0009_answers_taken_back 832cc8f9d433451d
-- migration translating.0001_initial 60ab82c985472176
-- migration translating.0002_files_of_authorities 317e541ad623b92a
SET LOCAL check_function_bodies = false;
--
-- PostgreSQL database dump
--


-- Dumped from database version 18.6
-- Dumped by pg_dump version 18.6


--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--



--
-- Name: procrastinate_job_event_type; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);


--
-- Name: procrastinate_job_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);


--
-- Name: procrastinate_job_to_defer_v1; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);


--
-- Name: audit_entry_waits(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_entry_waits() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO audit_unsealed (entry_id) VALUES (NEW.id);
    RETURN NULL;
END $$;


--
-- Name: audit_refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'The trail is append-only.' USING ERRCODE = 'integrity_constraint_violation';
END $$;


--
-- Name: documents_refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.documents_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    touched bigint;
BEGIN
    IF TG_TABLE_NAME = 'documents_sectiontext' THEN
        SELECT version_id INTO touched FROM documents_section
            WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.section_id ELSE OLD.section_id END;
    ELSIF TG_OP = 'INSERT' THEN
        touched := NEW.version_id;
    ELSE
        touched := OLD.version_id;
    END IF;
    IF documents_version_published(touched) THEN
        RAISE EXCEPTION 'A published version never changes.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;


--
-- Name: documents_refuse_descent_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.documents_refuse_descent_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    touched bigint;
BEGIN
    SELECT version_id INTO touched FROM documents_section
        WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.from_section_id ELSE OLD.from_section_id END;
    IF documents_version_published(touched) THEN
        RAISE EXCEPTION 'A published version never changes.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;


--
-- Name: documents_refuse_version_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.documents_refuse_version_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.published_at IS NOT NULL THEN
        RAISE EXCEPTION 'A published version never changes.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;


--
-- Name: documents_version_published(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.documents_version_published(version bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    SELECT published_at IS NOT NULL FROM documents_documentversion WHERE id = version
$$;


--
-- Name: launch_refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.launch_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.told_at IS NULL THEN RETURN OLD; END IF;
    ELSIF (OLD.told_at IS NULL OR OLD.told_at = NEW.told_at)
        AND (NEW.released_by_id IS NULL OR OLD.released_by_id = NEW.released_by_id)
        AND (OLD.id, OLD.activity_id, OLD.number, OLD.words, OLD.picture_id, OLD.release_at)
            IS NOT DISTINCT FROM (NEW.id, NEW.activity_id, NEW.number, NEW.words, NEW.picture_id, NEW.release_at)
    THEN RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A released launch pack never changes.' USING ERRCODE = 'integrity_constraint_violation';
END $$;


--
-- Name: open_data_answer_grew(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_answer_grew() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM open_data_note(activity_id) FROM answers_answer
        WHERE published_at IS NOT NULL
        AND id = CASE TG_OP WHEN 'DELETE' THEN OLD.answer_id ELSE NEW.answer_id END;
    RETURN NULL;
END $$;


--
-- Name: open_data_authority_changed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_authority_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM open_data_note(round.id) FROM processes_activity round
        JOIN processes_process process ON process.id = round.process_id WHERE process.owner_id = NEW.id;
    PERFORM open_data_note(passed.activity_id) FROM (
        SELECT DISTINCT comment.activity_id FROM transfers_transfer transfer
        JOIN comments_comment comment ON comment.id = transfer.comment_id WHERE transfer.receiver_id = NEW.id) passed;
    RETURN NULL;
END $$;


--
-- Name: open_data_note(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_note(round bigint) RETURNS void
    LANGUAGE sql
    AS $$
    INSERT INTO open_data_datachange (activity_id, deed)
        SELECT round, pg_current_xact_id()::text::bigint WHERE round IS NOT NULL
        ON CONFLICT DO NOTHING;
$$;


--
-- Name: open_data_note_loss(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_note_loss() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO open_data_datachange (activity_id, deed, is_loss)
        SELECT activity_id, pg_current_xact_id()::text::bigint, TRUE FROM comments_comment WHERE id = OLD.comment_id
        ON CONFLICT (activity_id, deed) DO UPDATE SET is_loss = TRUE;
    RETURN NULL;
END $$;


--
-- Name: open_data_of_comment_changed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_of_comment_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM open_data_note(activity_id) FROM comments_comment
        WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.comment_id ELSE NEW.comment_id END;
    RETURN NULL;
END $$;


--
-- Name: open_data_organisation_changed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_organisation_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM open_data_note(activity_id) FROM comments_sender WHERE organisation_id = NEW.id;
    RETURN NULL;
END $$;


--
-- Name: open_data_process_changed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_process_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM open_data_note(id) FROM processes_activity WHERE process_id = NEW.id;
    RETURN NULL;
END $$;


--
-- Name: open_data_row_changed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_row_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM open_data_note(CASE TG_OP WHEN 'DELETE' THEN OLD.activity_id ELSE NEW.activity_id END);
    RETURN NULL;
END $$;


--
-- Name: open_data_speaker_changed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_speaker_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM open_data_note(activity_id) FROM comments_sender
        WHERE organisation_id = CASE TG_OP WHEN 'DELETE' THEN OLD.organisation_id ELSE NEW.organisation_id END
        AND person_id = CASE TG_OP WHEN 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
    RETURN NULL;
END $$;


--
-- Name: open_data_theme_changed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_data_theme_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM open_data_note(theme.activity_id) FROM material_theme theme
        WHERE theme.id = CASE TG_OP WHEN 'DELETE' THEN OLD.theme_id ELSE NEW.theme_id END
        AND EXISTS (SELECT 1 FROM reports_reportversion told WHERE told.activity_id = theme.activity_id);
    RETURN NULL;
END $$;


--
-- Name: procrastinate_cancel_job_v1(bigint, boolean, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;


--
-- Name: procrastinate_defer_jobs_v1(public.procrastinate_job_to_defer_v1[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;


--
-- Name: procrastinate_defer_periodic_job_v2(character varying, character varying, character varying, character varying, integer, character varying, bigint, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;




--
-- Name: procrastinate_jobs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);


--
-- Name: procrastinate_fetch_job_v2(character varying[], bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;


--
-- Name: procrastinate_finish_job_v1(bigint, public.procrastinate_job_status, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;


--
-- Name: procrastinate_notify_queue_abort_job_v1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


--
-- Name: procrastinate_notify_queue_job_inserted_v1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


--
-- Name: procrastinate_prune_stalled_workers_v1(double precision); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;


--
-- Name: procrastinate_register_worker_v1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;


--
-- Name: procrastinate_retry_job_v1(bigint, timestamp with time zone, integer, character varying, character varying); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;


--
-- Name: procrastinate_retry_job_v2(bigint, timestamp with time zone, integer, character varying, character varying); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;


--
-- Name: procrastinate_trigger_abort_requested_events_procedure_v1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;


--
-- Name: procrastinate_trigger_function_scheduled_events_v1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;


--
-- Name: procrastinate_trigger_function_status_events_insert_v1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;


--
-- Name: procrastinate_trigger_function_status_events_update_v1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;


--
-- Name: procrastinate_unlink_periodic_defers_v1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;


--
-- Name: procrastinate_unregister_worker_v1(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;


--
-- Name: procrastinate_update_heartbeat_v1(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;


--
-- Name: reports_refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.reports_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'A published report never changes.' USING ERRCODE = 'integrity_constraint_violation';
END $$;


--
-- Name: account_emailaddress; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: account_emailconfirmation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: answers_answer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answers_answer (
    id bigint NOT NULL,
    number integer NOT NULL,
    title jsonb NOT NULL,
    body jsonb NOT NULL,
    handling character varying(16) NOT NULL,
    reason character varying(16) NOT NULL,
    reason_words jsonb NOT NULL,
    passed_to jsonb NOT NULL,
    changed_passage smallint,
    is_final boolean NOT NULL,
    comment_count integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    revision integer NOT NULL,
    activity_id bigint NOT NULL,
    changed_section_id bigint,
    created_by_id bigint,
    published_by_id bigint,
    corrected_at timestamp with time zone,
    ready_at timestamp with time zone,
    ready_by_id bigint,
    returned_note text NOT NULL,
    saved_by_id bigint,
    CONSTRAINT a_no_has_a_reason CHECK (((NOT ((handling)::text = 'not_accepted'::text)) OR (published_at IS NULL) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT answers_answer_changed_passage_check CHECK ((changed_passage >= 0)),
    CONSTRAINT answers_answer_comment_count_check CHECK ((comment_count >= 0)),
    CONSTRAINT answers_answer_number_check CHECK ((number >= 0)),
    CONSTRAINT answers_answer_revision_check CHECK ((revision >= 0))
);


--
-- Name: answers_answer_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.answers_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.answers_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: answers_answeredcomment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answers_answeredcomment (
    id bigint NOT NULL,
    answer_id bigint NOT NULL,
    comment_id bigint NOT NULL,
    joined_at timestamp with time zone,
    joined_by_id bigint
);


--
-- Name: answers_answeredcomment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.answers_answeredcomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.answers_answeredcomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: answers_answertemplate; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answers_answertemplate (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    body jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    authority_id bigint NOT NULL,
    saved_by_id bigint,
    CONSTRAINT answers_answertemplate_revision_check CHECK ((revision >= 0))
);


--
-- Name: answers_answertemplate_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.answers_answertemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.answers_answertemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: answers_closure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answers_closure (
    id bigint NOT NULL,
    reason character varying(16) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    comment_id bigint NOT NULL
);


--
-- Name: answers_closure_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.answers_closure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.answers_closure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: answers_correction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answers_correction (
    id bigint NOT NULL,
    title jsonb NOT NULL,
    body jsonb NOT NULL,
    handling character varying(16) NOT NULL,
    reason character varying(16) NOT NULL,
    reason_words jsonb NOT NULL,
    passed_to jsonb NOT NULL,
    changed_passage smallint,
    is_final boolean NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    returned_note text NOT NULL,
    revision integer NOT NULL,
    answer_id bigint NOT NULL,
    changed_section_id bigint,
    saved_by_id bigint,
    CONSTRAINT answers_correction_changed_passage_check CHECK ((changed_passage >= 0)),
    CONSTRAINT answers_correction_revision_check CHECK ((revision >= 0))
);


--
-- Name: answers_correction_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.answers_correction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.answers_correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: answers_formeranswer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answers_formeranswer (
    id bigint NOT NULL,
    revision integer NOT NULL,
    title jsonb NOT NULL,
    body jsonb NOT NULL,
    handling character varying(16) NOT NULL,
    reason character varying(16) NOT NULL,
    reason_words jsonb NOT NULL,
    passed_to jsonb NOT NULL,
    is_final boolean NOT NULL,
    published_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    answer_id bigint NOT NULL,
    CONSTRAINT answers_formeranswer_revision_check CHECK ((revision >= 0))
);


--
-- Name: answers_formeranswer_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.answers_formeranswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.answers_formeranswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: answers_summary; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answers_summary (
    id bigint NOT NULL,
    body jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    revision integer NOT NULL,
    activity_id bigint NOT NULL,
    CONSTRAINT answers_summary_revision_check CHECK ((revision >= 0))
);


--
-- Name: answers_summary_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.answers_summary ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.answers_summary_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    verb character varying(60) NOT NULL,
    actor character varying(60) NOT NULL,
    target character varying(60) NOT NULL,
    authority_id bigint,
    process_id bigint,
    detail jsonb NOT NULL,
    digest character varying(64) NOT NULL
);


--
-- Name: audit_entry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_seal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_seal (
    number bigint NOT NULL,
    entry_ids bigint[] NOT NULL,
    previous_hash character varying(64) NOT NULL,
    hash character varying(64) NOT NULL,
    sealed_at timestamp with time zone NOT NULL
);


--
-- Name: audit_unsealed; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_unsealed (
    entry_id bigint NOT NULL
);


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: authorities_accessibilityfeedback; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.authorities_accessibilityfeedback (
    id bigint NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    page_address character varying(300) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(12) NOT NULL,
    key uuid NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    extended_at timestamp with time zone,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    authority_id bigint NOT NULL,
    CONSTRAINT authorities_accessibilityfeedback_number_check CHECK ((number >= 0))
);


--
-- Name: authorities_accessibilityfeedback_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.authorities_accessibilityfeedback ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authorities_accessibilityfeedback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: authorities_authority; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.authorities_authority (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    kind character varying(12) NOT NULL,
    regime character varying(11) NOT NULL,
    is_on boolean NOT NULL,
    name jsonb NOT NULL,
    name_inflected jsonb NOT NULL,
    tagline jsonb NOT NULL,
    languages character varying(16)[] NOT NULL,
    duty_languages character varying(16)[] NOT NULL,
    logo character varying(100) NOT NULL,
    logo_description jsonb NOT NULL,
    colour_main character varying(7) NOT NULL,
    colour_accent character varying(7) NOT NULL,
    contact_unit jsonb NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(40) NOT NULL,
    phone_hours jsonb NOT NULL,
    paper_way jsonb NOT NULL,
    answer_days smallint NOT NULL,
    moderation_hours smallint NOT NULL,
    small_group_limit smallint NOT NULL,
    revision integer NOT NULL,
    privacy_contact jsonb NOT NULL,
    area_id bigint,
    successor_id bigint,
    postal_address jsonb CONSTRAINT authorities_authority_postal_address_not_null1 NOT NULL,
    answers_need_approval boolean NOT NULL,
    CONSTRAINT authorities_authority_answer_days_check CHECK ((answer_days >= 0)),
    CONSTRAINT authorities_authority_moderation_hours_check CHECK ((moderation_hours >= 0)),
    CONSTRAINT authorities_authority_revision_check CHECK ((revision >= 0)),
    CONSTRAINT authorities_authority_small_group_limit_check CHECK ((small_group_limit >= 0)),
    CONSTRAINT nobody_succeeds_itself CHECK ((NOT ((id = successor_id) AND (successor_id IS NOT NULL)))),
    CONSTRAINT small_groups_are_hidden CHECK ((small_group_limit >= 5))
);


--
-- Name: authorities_authority_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.authorities_authority ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authorities_authority_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comment_rounds_roundthread; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comment_rounds_roundthread (
    id bigint NOT NULL,
    activity_id bigint NOT NULL,
    thread_id bigint NOT NULL
);


--
-- Name: comment_rounds_roundthread_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comment_rounds_roundthread ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comment_rounds_roundthread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_backgroundtotal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_backgroundtotal (
    id bigint NOT NULL,
    age_group character varying(12) NOT NULL,
    count integer NOT NULL,
    activity_id bigint NOT NULL,
    municipality_id bigint,
    CONSTRAINT comments_backgroundtotal_count_check CHECK ((count >= 0))
);


--
-- Name: comments_backgroundtotal_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_backgroundtotal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_backgroundtotal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_comment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_comment (
    id bigint NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    public_text text NOT NULL,
    language character varying(12) NOT NULL,
    state character varying(9) NOT NULL,
    handling character varying(8) NOT NULL,
    channel character varying(10) NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    revision integer NOT NULL,
    agree_count integer NOT NULL,
    well_argued_count integer NOT NULL,
    reply_count integer NOT NULL,
    warnings character varying(20)[] NOT NULL,
    activity_id bigint NOT NULL,
    entered_by_id bigint,
    parent_id bigint,
    receipt_id bigint NOT NULL,
    sender_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    was_shown boolean NOT NULL,
    is_day_only boolean NOT NULL,
    rewritten_at timestamp with time zone,
    CONSTRAINT comments_comment_agree_count_check CHECK ((agree_count >= 0)),
    CONSTRAINT comments_comment_number_check CHECK ((number >= 0)),
    CONSTRAINT comments_comment_reply_count_check CHECK ((reply_count >= 0)),
    CONSTRAINT comments_comment_revision_check CHECK ((revision >= 0)),
    CONSTRAINT comments_comment_well_argued_count_check CHECK ((well_argued_count >= 0))
);


--
-- Name: comments_comment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_commentdraft; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_commentdraft (
    id bigint NOT NULL,
    key uuid NOT NULL,
    content jsonb NOT NULL,
    began_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    activity_id bigint NOT NULL,
    person_id bigint NOT NULL
);


--
-- Name: comments_commentdraft_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_commentdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_commentdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_endorsement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_endorsement (
    id bigint NOT NULL,
    kind character varying(11) NOT NULL,
    at timestamp with time zone NOT NULL,
    comment_id bigint NOT NULL,
    person_id bigint NOT NULL
);


--
-- Name: comments_endorsement_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_endorsement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_endorsement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_keptgroups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_keptgroups (
    id bigint NOT NULL,
    ages jsonb NOT NULL,
    bands jsonb NOT NULL,
    homes jsonb NOT NULL,
    senders integer NOT NULL,
    "limit" smallint NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    activity_id bigint NOT NULL,
    CONSTRAINT comments_keptgroups_limit_check CHECK (("limit" >= 0)),
    CONSTRAINT comments_keptgroups_senders_check CHECK ((senders >= 0))
);


--
-- Name: comments_keptgroups_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_keptgroups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_keptgroups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_quote; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_quote (
    id bigint NOT NULL,
    language character varying(16) NOT NULL,
    version integer NOT NULL,
    passage smallint NOT NULL,
    start integer,
    "end" integer,
    words text NOT NULL,
    comment_id bigint NOT NULL,
    CONSTRAINT comments_quote_end_check CHECK (("end" >= 0)),
    CONSTRAINT comments_quote_passage_check CHECK ((passage >= 0)),
    CONSTRAINT comments_quote_start_check CHECK ((start >= 0)),
    CONSTRAINT comments_quote_version_check CHECK ((version >= 0))
);


--
-- Name: comments_quote_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_quote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_quote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_receipt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_receipt (
    id bigint NOT NULL,
    key uuid NOT NULL,
    nonce character varying(22) NOT NULL,
    code_hash character varying(64) NOT NULL,
    channel character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    language character varying(12) NOT NULL,
    revoked_at timestamp with time zone,
    activity_id bigint NOT NULL,
    sender_id bigint NOT NULL,
    is_day_only boolean NOT NULL
);


--
-- Name: comments_receipt_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_receipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_receipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_revision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_revision (
    id bigint NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    comment_id bigint NOT NULL,
    is_slip boolean NOT NULL,
    CONSTRAINT comments_revision_number_check CHECK ((number >= 0))
);


--
-- Name: comments_revision_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_sender; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_sender (
    id bigint NOT NULL,
    capacities character varying(24)[] NOT NULL,
    naming character varying(10) NOT NULL,
    display_name character varying(80) NOT NULL,
    skeleton character varying(80),
    email character varying(254) NOT NULL,
    wants_news boolean NOT NULL,
    age_group character varying(12) NOT NULL,
    language character varying(12) NOT NULL,
    first_at timestamp with time zone NOT NULL,
    visible_comments integer NOT NULL,
    activity_id bigint NOT NULL,
    municipality_id bigint,
    organisation_id bigint,
    person_id bigint,
    email_confirmed_at timestamp with time zone,
    listed_until bigint,
    CONSTRAINT comments_sender_visible_comments_check CHECK ((visible_comments >= 0))
);


--
-- Name: comments_sender_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_sender ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_sender_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: comments_thread; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments_thread (
    id bigint NOT NULL,
    visible_count integer NOT NULL,
    activity_id bigint NOT NULL,
    unanswered_count integer NOT NULL,
    CONSTRAINT comments_thread_unanswered_count_check CHECK ((unanswered_count >= 0)),
    CONSTRAINT comments_thread_visible_count_check CHECK ((visible_count >= 0))
);


--
-- Name: comments_thread_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments_thread ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.comments_thread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


--
-- Name: documents_attachment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_attachment (
    id bigint NOT NULL,
    name jsonb NOT NULL,
    file character varying(100) NOT NULL,
    original_name character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    size integer NOT NULL,
    language character varying(16) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    added_by_id bigint,
    document_id bigint NOT NULL,
    CONSTRAINT documents_attachment_size_check CHECK ((size >= 0))
);


--
-- Name: documents_attachment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_document; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_document (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    slug character varying(80) NOT NULL,
    title jsonb NOT NULL,
    summary jsonb NOT NULL,
    revision integer NOT NULL,
    activity_id bigint NOT NULL,
    CONSTRAINT documents_document_position_check CHECK (("position" >= 0)),
    CONSTRAINT documents_document_revision_check CHECK ((revision >= 0))
);


--
-- Name: documents_document_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_documentdraftimport; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_documentdraftimport (
    id bigint NOT NULL,
    language character varying(16) NOT NULL,
    source character varying(10) NOT NULL,
    sections jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    created_by_id bigint,
    document_id bigint NOT NULL
);


--
-- Name: documents_documentdraftimport_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_documentdraftimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_documentdraftimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_documentversion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_documentversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    name jsonb NOT NULL,
    what_changed jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    document_id bigint NOT NULL,
    thread_id bigint,
    CONSTRAINT documents_documentversion_number_check CHECK ((number >= 0))
);


--
-- Name: documents_documentversion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_documentversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_documentversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_section; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_section (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    level smallint NOT NULL,
    number character varying(20) NOT NULL,
    anchor character varying(80) NOT NULL,
    questions jsonb NOT NULL,
    revision integer NOT NULL,
    thread_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT documents_section_level_check CHECK ((level >= 0)),
    CONSTRAINT documents_section_position_check CHECK (("position" >= 0)),
    CONSTRAINT documents_section_revision_check CHECK ((revision >= 0)),
    CONSTRAINT section_level_1_to_4 CHECK (((level >= 1) AND (level <= 4)))
);


--
-- Name: documents_section_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_section ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_section_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_section_predecessors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_section_predecessors (
    id bigint NOT NULL,
    from_section_id bigint NOT NULL,
    to_section_id bigint NOT NULL
);


--
-- Name: documents_section_predecessors_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_section_predecessors ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_section_predecessors_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_sectiontext; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_sectiontext (
    id bigint NOT NULL,
    language character varying(16) NOT NULL,
    heading character varying(300) NOT NULL,
    body text NOT NULL,
    section_id bigint NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT documents_sectiontext_revision_check CHECK ((revision >= 0))
);


--
-- Name: documents_sectiontext_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_sectiontext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_sectiontext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_batch; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_batch (
    id bigint NOT NULL,
    key uuid NOT NULL,
    kind character varying(5) NOT NULL,
    name character varying(120) NOT NULL,
    channel character varying(10) NOT NULL,
    arrived_on date NOT NULL,
    language character varying(12) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    sheet_count integer NOT NULL,
    comment_count integer NOT NULL,
    check_percent smallint,
    check_seed character varying(16) NOT NULL,
    drawn_at timestamp with time zone,
    checked_at timestamp with time zone,
    activity_id bigint NOT NULL,
    begun_by_id bigint,
    drawn_by_id bigint,
    finished_by_id bigint,
    CONSTRAINT intake_batch_check_percent_check CHECK ((check_percent >= 0)),
    CONSTRAINT intake_batch_comment_count_check CHECK ((comment_count >= 0)),
    CONSTRAINT intake_batch_sheet_count_check CHECK ((sheet_count >= 0))
);


--
-- Name: intake_batch_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_batch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_earlierround; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_earlierround (
    id bigint NOT NULL,
    source character varying(120) NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    activity_id bigint NOT NULL,
    declared_by_id bigint
);


--
-- Name: intake_earlierround_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_earlierround ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_earlierround_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_entry (
    id bigint NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    read_back_at timestamp with time zone,
    reply_by character varying(6) NOT NULL,
    name character varying(120) NOT NULL,
    postal_address text NOT NULL,
    phone character varying(40) NOT NULL,
    told_at timestamp with time zone,
    entered_by_id bigint,
    receipt_id bigint NOT NULL,
    told_by_id bigint
);


--
-- Name: intake_entry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_mapping; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_mapping (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    choices jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    saved_by_id bigint
);


--
-- Name: intake_mapping_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_mapping ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_mapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_note; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_note (
    id bigint NOT NULL,
    key uuid NOT NULL,
    batch_id bigint NOT NULL,
    comment_id bigint NOT NULL
);


--
-- Name: intake_note_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_note ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_sheet; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_sheet (
    id bigint NOT NULL,
    number integer NOT NULL,
    "table" character varying(40) NOT NULL,
    is_drawn boolean NOT NULL,
    how character varying(8) NOT NULL,
    second jsonb NOT NULL,
    words integer NOT NULL,
    differing integer NOT NULL,
    was_corrected boolean NOT NULL,
    checked_at timestamp with time zone,
    batch_id bigint NOT NULL,
    checked_by_id bigint,
    receipt_id bigint NOT NULL,
    second_by_id bigint,
    marks smallint NOT NULL,
    marks_differing smallint NOT NULL,
    CONSTRAINT intake_sheet_differing_check CHECK ((differing >= 0)),
    CONSTRAINT intake_sheet_marks_check CHECK ((marks >= 0)),
    CONSTRAINT intake_sheet_marks_differing_check CHECK ((marks_differing >= 0)),
    CONSTRAINT intake_sheet_number_check CHECK ((number >= 0)),
    CONSTRAINT intake_sheet_words_check CHECK ((words >= 0))
);


--
-- Name: intake_sheet_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_sheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_sheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_tablelink; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_tablelink (
    id bigint NOT NULL,
    "table" character varying(40) NOT NULL,
    nonce character varying(22) NOT NULL,
    token_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    note_count integer NOT NULL,
    batch_id bigint NOT NULL,
    made_by_id bigint,
    waiting_count integer NOT NULL,
    CONSTRAINT intake_tablelink_note_count_check CHECK ((note_count >= 0)),
    CONSTRAINT intake_tablelink_waiting_count_check CHECK ((waiting_count >= 0))
);


--
-- Name: intake_tablelink_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_tablelink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_tablelink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_tablenote; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_tablenote (
    id bigint NOT NULL,
    key uuid NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    name character varying(80) NOT NULL,
    came_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    comment_id bigint,
    link_id bigint NOT NULL,
    settled_by_id bigint,
    thread_id bigint NOT NULL,
    revision integer NOT NULL,
    written_text text NOT NULL,
    written_thread_id bigint,
    mended_at timestamp with time zone,
    mended_by_id bigint,
    CONSTRAINT intake_tablenote_number_check CHECK ((number >= 0)),
    CONSTRAINT intake_tablenote_revision_check CHECK ((revision >= 0))
);


--
-- Name: intake_tablenote_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_tablenote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_tablenote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_unsaid; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_unsaid (
    id bigint NOT NULL,
    what character varying(6) NOT NULL,
    since timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    comment_id bigint NOT NULL,
    entry_id bigint NOT NULL
);


--
-- Name: intake_unsaid_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_unsaid ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_unsaid_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_upload; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_upload (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    digest character varying(64) NOT NULL,
    file_name character varying(200) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    rows jsonb NOT NULL,
    choices jsonb NOT NULL,
    imported_at timestamp with time zone,
    sender_count integer NOT NULL,
    comment_count integer NOT NULL,
    waiting_count integer NOT NULL,
    left_out_count integer NOT NULL,
    activity_id bigint NOT NULL,
    imported_by_id bigint,
    uploaded_by_id bigint,
    found jsonb NOT NULL,
    row_count integer NOT NULL,
    rows_read integer NOT NULL,
    tries smallint NOT NULL,
    work character varying(6) NOT NULL,
    work_asked_at timestamp with time zone,
    work_by_id bigint,
    first_number integer,
    number_count integer NOT NULL,
    CONSTRAINT intake_upload_comment_count_check CHECK ((comment_count >= 0)),
    CONSTRAINT intake_upload_first_number_check CHECK ((first_number >= 0)),
    CONSTRAINT intake_upload_left_out_count_check CHECK ((left_out_count >= 0)),
    CONSTRAINT intake_upload_number_count_check CHECK ((number_count >= 0)),
    CONSTRAINT intake_upload_row_count_check CHECK ((row_count >= 0)),
    CONSTRAINT intake_upload_rows_read_check CHECK ((rows_read >= 0)),
    CONSTRAINT intake_upload_sender_count_check CHECK ((sender_count >= 0)),
    CONSTRAINT intake_upload_tries_check CHECK ((tries >= 0)),
    CONSTRAINT intake_upload_waiting_count_check CHECK ((waiting_count >= 0))
);


--
-- Name: intake_upload_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.intake_upload ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_upload_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intake_uploadprogress; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.intake_uploadprogress (
    upload_id bigint NOT NULL,
    checked integer NOT NULL,
    stored integer NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT intake_uploadprogress_checked_check CHECK ((checked >= 0)),
    CONSTRAINT intake_uploadprogress_stored_check CHECK ((stored >= 0))
);


--
-- Name: launch_launchpack; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.launch_launchpack (
    id bigint NOT NULL,
    headline jsonb NOT NULL,
    news jsonb NOT NULL,
    newsletter jsonb NOT NULL,
    short_post jsonb NOT NULL,
    post jsonb NOT NULL,
    picture_post jsonb NOT NULL,
    picture_text jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    activity_id bigint NOT NULL,
    picture_id bigint,
    CONSTRAINT launch_launchpack_revision_check CHECK ((revision >= 0))
);


--
-- Name: launch_launchpack_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.launch_launchpack ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.launch_launchpack_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: launch_launchpicture; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.launch_launchpicture (
    id bigint NOT NULL,
    file character varying(100) NOT NULL,
    kind character varying(4) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    activity_id bigint NOT NULL,
    CONSTRAINT launch_launchpicture_height_check CHECK ((height >= 0)),
    CONSTRAINT launch_launchpicture_width_check CHECK ((width >= 0))
);


--
-- Name: launch_launchpicture_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.launch_launchpicture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.launch_launchpicture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: launch_launchrelease; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.launch_launchrelease (
    id bigint NOT NULL,
    number smallint NOT NULL,
    words jsonb NOT NULL,
    release_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    activity_id bigint NOT NULL,
    picture_id bigint,
    released_by_id bigint,
    tries smallint NOT NULL,
    problem character varying(80) NOT NULL,
    failed_at timestamp with time zone,
    next_try_at timestamp with time zone,
    CONSTRAINT launch_launchrelease_number_check CHECK ((number >= 0)),
    CONSTRAINT launch_launchrelease_tries_check CHECK ((tries >= 0))
);


--
-- Name: launch_launchrelease_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.launch_launchrelease ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.launch_launchrelease_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: material_bulkaction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_bulkaction (
    id bigint NOT NULL,
    key uuid NOT NULL,
    kind character varying(13) NOT NULL,
    due_on date,
    stance character varying(8) NOT NULL,
    reason character varying(16) NOT NULL,
    comments bigint[] NOT NULL,
    before jsonb NOT NULL,
    count integer NOT NULL,
    at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    activity_id bigint NOT NULL,
    assignee_id bigint,
    by_id bigint,
    undone_by_id bigint,
    theme_id bigint,
    language character varying(16) NOT NULL,
    theme_name jsonb NOT NULL,
    of_theme jsonb NOT NULL,
    CONSTRAINT material_bulkaction_count_check CHECK ((count >= 0))
);


--
-- Name: material_bulkaction_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.material_bulkaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.material_bulkaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: material_commenttheme; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_commenttheme (
    id bigint NOT NULL,
    comment_id bigint NOT NULL,
    theme_id bigint NOT NULL
);


--
-- Name: material_commenttheme_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.material_commenttheme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.material_commenttheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: material_commentwork; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_commentwork (
    comment_id bigint NOT NULL,
    stance character varying(8) NOT NULL,
    due_on date,
    assignee_id bigint
);


--
-- Name: material_looking; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_looking (
    activity_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    looked_at timestamp with time zone,
    themes_asked_at timestamp with time zone,
    themes_made_at timestamp with time zone,
    look_failed_at timestamp with time zone,
    look_failures smallint NOT NULL,
    themes_failed_at timestamp with time zone,
    themes_failures smallint NOT NULL,
    CONSTRAINT material_looking_look_failures_check CHECK ((look_failures >= 0)),
    CONSTRAINT material_looking_themes_failures_check CHECK ((themes_failures >= 0))
);


--
-- Name: material_savedview; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_savedview (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    query text NOT NULL,
    is_shared boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    activity_id bigint NOT NULL,
    person_id bigint
);


--
-- Name: material_savedview_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.material_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.material_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: material_signature; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_signature (
    comment_id bigint NOT NULL,
    revision integer NOT NULL,
    bands bytea NOT NULL,
    score double precision NOT NULL,
    like_count integer NOT NULL,
    is_apart boolean NOT NULL,
    activity_id bigint NOT NULL,
    leader_id bigint,
    CONSTRAINT material_signature_like_count_check CHECK ((like_count >= 0)),
    CONSTRAINT material_signature_revision_check CHECK ((revision >= 0))
);


--
-- Name: material_staffnote; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_staffnote (
    id bigint NOT NULL,
    key uuid NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    comment_id bigint NOT NULL
);


--
-- Name: material_staffnote_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.material_staffnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.material_staffnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: material_theme; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_theme (
    id bigint NOT NULL,
    name jsonb NOT NULL,
    comment_count integer NOT NULL,
    revision integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    activity_id bigint NOT NULL,
    made_by_id bigint,
    CONSTRAINT material_theme_comment_count_check CHECK ((comment_count >= 0)),
    CONSTRAINT material_theme_revision_check CHECK ((revision >= 0))
);


--
-- Name: material_theme_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.material_theme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.material_theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: material_themesuggestion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_themesuggestion (
    id bigint NOT NULL,
    label character varying(80)[] NOT NULL,
    comments bigint[] NOT NULL,
    central bigint[] NOT NULL,
    state character varying(8) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    activity_id bigint NOT NULL,
    decided_by_id bigint,
    theme_id bigint,
    left_out bigint[] NOT NULL
);


--
-- Name: material_themesuggestion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.material_themesuggestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.material_themesuggestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: material_translation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.material_translation (
    id bigint NOT NULL,
    language character varying(16) NOT NULL,
    text text NOT NULL,
    of_words character varying(64) NOT NULL,
    of_revision integer NOT NULL,
    of_mask bigint NOT NULL,
    revision integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    comment_id bigint NOT NULL,
    CONSTRAINT material_translation_of_mask_check CHECK ((of_mask >= 0)),
    CONSTRAINT material_translation_of_revision_check CHECK ((of_revision >= 0)),
    CONSTRAINT material_translation_revision_check CHECK ((revision >= 0))
);


--
-- Name: material_translation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.material_translation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.material_translation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: mfa_authenticator; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: moderation_appeal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.moderation_appeal (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    is_upheld boolean,
    reply text NOT NULL,
    decided_by_id bigint,
    decision_id bigint NOT NULL
);


--
-- Name: moderation_appeal_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.moderation_appeal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.moderation_appeal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: moderation_decision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.moderation_decision (
    id bigint NOT NULL,
    kind character varying(6) NOT NULL,
    reason character varying(20) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    comment_id bigint NOT NULL,
    state_before character varying(9) NOT NULL,
    undone_at timestamp with time zone
);


--
-- Name: moderation_decision_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.moderation_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.moderation_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: moderation_mask; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.moderation_mask (
    id bigint NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    reason character varying(20) NOT NULL,
    lifted_at timestamp with time zone,
    comment_id bigint NOT NULL,
    decision_id bigint NOT NULL,
    CONSTRAINT mask_covers_something CHECK (("end" > start)),
    CONSTRAINT moderation_mask_end_check CHECK (("end" >= 0)),
    CONSTRAINT moderation_mask_start_check CHECK ((start >= 0))
);


--
-- Name: moderation_mask_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.moderation_mask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.moderation_mask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: moderation_report; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.moderation_report (
    id bigint NOT NULL,
    reason character varying(20) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    handled_at timestamp with time zone,
    comment_id bigint NOT NULL,
    person_id bigint NOT NULL
);


--
-- Name: moderation_report_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.moderation_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.moderation_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: notices_letter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notices_letter (
    id bigint NOT NULL,
    "to" character varying(254) NOT NULL,
    subject character varying(200) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    headers jsonb NOT NULL,
    sent_at timestamp with time zone NOT NULL
);


--
-- Name: notices_letter_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.notices_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: notices_notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notices_notice (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    address character varying(254) NOT NULL,
    language character varying(12) NOT NULL,
    "values" jsonb NOT NULL,
    once_key character varying(120),
    state character varying(6) NOT NULL,
    tries smallint NOT NULL,
    problem character varying(200) NOT NULL,
    owed_at timestamp with time zone NOT NULL,
    next_try_at timestamp with time zone,
    sent_at timestamp with time zone,
    read_at timestamp with time zone,
    authority_id bigint NOT NULL,
    person_id bigint,
    held_until timestamp with time zone,
    CONSTRAINT notices_notice_tries_check CHECK ((tries >= 0))
);


--
-- Name: notices_notice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.notices_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: open_data_broughtrequest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.open_data_broughtrequest (
    id bigint NOT NULL,
    key character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    process_id bigint,
    name character varying(200) NOT NULL,
    register_number character varying(60) NOT NULL
);


--
-- Name: open_data_broughtrequest_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.open_data_broughtrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.open_data_broughtrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: open_data_datachange; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.open_data_datachange (
    id bigint NOT NULL,
    deed bigint NOT NULL,
    activity_id bigint NOT NULL,
    is_loss boolean DEFAULT false NOT NULL
);


--
-- Name: open_data_datachange_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.open_data_datachange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.open_data_datachange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: open_data_export; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.open_data_export (
    id bigint NOT NULL,
    folder character varying(32) NOT NULL,
    state character varying(7) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    began_at timestamp with time zone,
    touched_at timestamp with time zone,
    ready_at timestamp with time zone,
    worker uuid,
    tries smallint NOT NULL,
    cursor integer NOT NULL,
    parts integer NOT NULL,
    rows integer NOT NULL,
    expected integer NOT NULL,
    activity_id bigint NOT NULL,
    seen character varying(64) NOT NULL,
    changed jsonb NOT NULL,
    named jsonb NOT NULL,
    last_number integer NOT NULL,
    has_lost boolean DEFAULT false NOT NULL,
    CONSTRAINT open_data_export_cursor_check CHECK ((cursor >= 0)),
    CONSTRAINT open_data_export_expected_check CHECK ((expected >= 0)),
    CONSTRAINT open_data_export_last_number_check CHECK ((last_number >= 0)),
    CONSTRAINT open_data_export_parts_check CHECK ((parts >= 0)),
    CONSTRAINT open_data_export_rows_check CHECK ((rows >= 0)),
    CONSTRAINT open_data_export_tries_check CHECK ((tries >= 0))
);


--
-- Name: open_data_export_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.open_data_export ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.open_data_export_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: outcomes_formerpromise; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outcomes_formerpromise (
    id bigint NOT NULL,
    we_decided jsonb NOT NULL,
    promise jsonb NOT NULL,
    due_on date,
    total_count smallint,
    until timestamp with time zone NOT NULL,
    measure_id bigint NOT NULL,
    owner_id bigint,
    owner_name jsonb NOT NULL,
    CONSTRAINT outcomes_formerpromise_total_count_check CHECK ((total_count >= 0))
);


--
-- Name: outcomes_formerpromise_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.outcomes_formerpromise ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_formerpromise_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: outcomes_measure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outcomes_measure (
    id bigint NOT NULL,
    you_said jsonb NOT NULL,
    we_decided jsonb NOT NULL,
    promise jsonb NOT NULL,
    due_on date,
    state character varying(10) NOT NULL,
    done_count smallint,
    total_count smallint,
    status_words jsonb NOT NULL,
    done_on date,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    revision integer NOT NULL,
    answer_id bigint,
    owner_id bigint,
    process_id bigint NOT NULL,
    outcome_id bigint,
    owner_name jsonb CONSTRAINT outcomes_measure_owner_name_not_null1 NOT NULL,
    first_due_on date,
    done_told_at timestamp with time zone,
    reminded_id bigint,
    CONSTRAINT done_within_total CHECK (((total_count IS NULL) OR (done_count <= total_count))),
    CONSTRAINT outcomes_measure_done_count_check CHECK ((done_count >= 0)),
    CONSTRAINT outcomes_measure_revision_check CHECK ((revision >= 0)),
    CONSTRAINT outcomes_measure_total_count_check CHECK ((total_count >= 0))
);


--
-- Name: outcomes_measure_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.outcomes_measure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_measure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: outcomes_measureupdate; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outcomes_measureupdate (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    words jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    measure_id bigint NOT NULL
);


--
-- Name: outcomes_measureupdate_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.outcomes_measureupdate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_measureupdate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: outcomes_outcome; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outcomes_outcome (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    title jsonb NOT NULL,
    body_name jsonb NOT NULL,
    "on" date NOT NULL,
    section_number character varying(20) NOT NULL,
    case_number character varying(60) NOT NULL,
    link character varying(200) NOT NULL,
    explanation jsonb NOT NULL,
    published_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    process_id bigint NOT NULL,
    CONSTRAINT outcomes_outcome_revision_check CHECK ((revision >= 0))
);


--
-- Name: outcomes_outcome_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.outcomes_outcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_outcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_block; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_block (
    id bigint NOT NULL,
    reason text NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    authority_id bigint NOT NULL,
    blocked_by_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT block_ends CHECK ((until > since))
);


--
-- Name: people_block_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_block ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_block_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_organisation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_organisation (
    id bigint NOT NULL,
    name character varying(160) NOT NULL,
    skeleton character varying(160) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    verified_at timestamp with time zone,
    authority_id bigint NOT NULL,
    verified_by_id bigint
);


--
-- Name: people_organisation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_person; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_person (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254),
    name character varying(120) NOT NULL,
    language character varying(12) NOT NULL,
    is_guest boolean NOT NULL,
    is_active boolean NOT NULL,
    is_operator boolean NOT NULL,
    level smallint NOT NULL,
    identity_hash character varying(64),
    home_checked_at timestamp with time zone,
    guest_token character varying(43),
    digest character varying(8) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    is_demo boolean NOT NULL,
    claimed_by_id bigint,
    home_municipality_id bigint,
    session_generation integer NOT NULL,
    CONSTRAINT guests_are_not_identified CHECK ((NOT (is_guest AND (level > 0)))),
    CONSTRAINT people_person_level_check CHECK ((level >= 0)),
    CONSTRAINT people_person_session_generation_check CHECK ((session_generation >= 0))
);


--
-- Name: people_person_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_ratewindow; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.people_ratewindow (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    since timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    count integer NOT NULL,
    CONSTRAINT people_ratewindow_count_check CHECK ((count >= 0))
);


--
-- Name: people_ratewindow_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_ratewindow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_ratewindow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_representation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_representation (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by_id bigint,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL
);


--
-- Name: people_representation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_representation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_representation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_rolegrant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_rolegrant (
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    authority_id bigint NOT NULL,
    given_by_id bigint,
    person_id bigint NOT NULL
);


--
-- Name: people_rolegrant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_rolegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_rolegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: places_area; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.places_area (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    code character varying(3) NOT NULL,
    name jsonb NOT NULL,
    language_status character varying(9) NOT NULL,
    has_sami_homeland boolean NOT NULL,
    county_id bigint
);


--
-- Name: places_area_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.places_area ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: places_population; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.places_population (
    id bigint NOT NULL,
    "on" date NOT NULL,
    total integer NOT NULL,
    under_15 integer NOT NULL,
    over_65 integer NOT NULL,
    area_id bigint NOT NULL,
    CONSTRAINT places_population_over_65_check CHECK ((over_65 >= 0)),
    CONSTRAINT places_population_total_check CHECK ((total >= 0)),
    CONSTRAINT places_population_under_15_check CHECK ((under_15 >= 0))
);


--
-- Name: places_population_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.places_population ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_population_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_activity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_activity (
    id bigint NOT NULL,
    method_key character varying(30) NOT NULL,
    slug character varying(80) NOT NULL,
    title jsonb NOT NULL,
    settings jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    comment_count integer NOT NULL,
    sender_count integer NOT NULL,
    hidden_count integer NOT NULL,
    waiting_count integer NOT NULL,
    due_count integer NOT NULL,
    answered_count integer NOT NULL,
    answered_at timestamp with time zone,
    phase_id bigint NOT NULL,
    process_id bigint NOT NULL,
    last_comment_number integer NOT NULL,
    is_held_elsewhere boolean NOT NULL,
    CONSTRAINT processes_activity_answered_count_check CHECK ((answered_count >= 0)),
    CONSTRAINT processes_activity_comment_count_check CHECK ((comment_count >= 0)),
    CONSTRAINT processes_activity_due_count_check CHECK ((due_count >= 0)),
    CONSTRAINT processes_activity_hidden_count_check CHECK ((hidden_count >= 0)),
    CONSTRAINT processes_activity_last_comment_number_check CHECK ((last_comment_number >= 0)),
    CONSTRAINT processes_activity_revision_check CHECK ((revision >= 0)),
    CONSTRAINT processes_activity_sender_count_check CHECK ((sender_count >= 0)),
    CONSTRAINT processes_activity_waiting_count_check CHECK ((waiting_count >= 0))
);


--
-- Name: processes_activity_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_activity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_activity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_follow; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_follow (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(12) NOT NULL,
    what character varying(10) NOT NULL,
    digest character varying(8) NOT NULL,
    nonce character varying(22) NOT NULL,
    since timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    ended_at timestamp with time zone,
    person_id bigint,
    process_id bigint NOT NULL
);


--
-- Name: processes_follow_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_follow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_follow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_formeraddress; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_formeraddress (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    since timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    process_id bigint NOT NULL
);


--
-- Name: processes_formeraddress_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_formeraddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_formeraddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_invitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_invitation (
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    email character varying(254) NOT NULL,
    nonce character varying(22) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    revoked_at timestamp with time zone,
    accepted_by_id bigint,
    authority_id bigint NOT NULL,
    invited_by_id bigint,
    process_id bigint
);


--
-- Name: processes_invitation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_phase; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_phase (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(16) NOT NULL,
    title jsonb NOT NULL,
    description jsonb NOT NULL,
    when_words jsonb NOT NULL,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    place jsonb NOT NULL,
    link character varying(200) NOT NULL,
    link_text jsonb NOT NULL,
    process_id bigint NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT phase_runs_forward CHECK (((ends_at IS NULL) OR (starts_at IS NULL) OR (ends_at >= starts_at))),
    CONSTRAINT processes_phase_position_check CHECK (("position" >= 0)),
    CONSTRAINT processes_phase_revision_check CHECK ((revision >= 0))
);


--
-- Name: processes_phase_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_phase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_phase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_process; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_process (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    title jsonb NOT NULL,
    summary jsonb NOT NULL,
    background jsonb NOT NULL,
    use_of_results jsonb NOT NULL,
    decided_by jsonb NOT NULL,
    results_receiver jsonb NOT NULL,
    takes_minutes smallint,
    answers_promised_on date,
    six_ways character varying(20)[] NOT NULL,
    influence character varying(12) NOT NULL,
    keywords jsonb NOT NULL,
    case_number character varying(60) NOT NULL,
    contact_name character varying(120) NOT NULL,
    contact_title jsonb NOT NULL,
    contact_phone character varying(40) NOT NULL,
    contact_email character varying(254) NOT NULL,
    privacy_purposes jsonb NOT NULL,
    retention_months smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    unpublished_at timestamp with time zone,
    paused_at timestamp with time zone,
    pause_reason jsonb NOT NULL,
    cancelled_at timestamp with time zone,
    cancel_reason jsonb NOT NULL,
    archived_at timestamp with time zone,
    preview_nonce character varying(22) NOT NULL,
    revision integer NOT NULL,
    created_by_id bigint,
    owner_id bigint NOT NULL,
    answers_promised_before date[] NOT NULL,
    CONSTRAINT processes_process_retention_months_check CHECK ((retention_months >= 0)),
    CONSTRAINT processes_process_revision_check CHECK ((revision >= 0)),
    CONSTRAINT processes_process_takes_minutes_check CHECK ((takes_minutes >= 0))
);


--
-- Name: processes_process_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_process ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_process_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_processpartner; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_processpartner (
    id bigint NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    authority_id bigint NOT NULL,
    process_id bigint NOT NULL
);


--
-- Name: processes_processpartner_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_processpartner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_processpartner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_processrole; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_processrole (
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    given_by_id bigint,
    person_id bigint NOT NULL,
    process_id bigint NOT NULL
);


--
-- Name: processes_processrole_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_processrole ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_processrole_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_searchentry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_searchentry (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    target character varying(60) NOT NULL,
    language character varying(16) NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    path character varying(300) NOT NULL,
    vector tsvector,
    at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    process_id bigint NOT NULL
);


--
-- Name: processes_searchentry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_searchentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_searchentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: processes_stage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.processes_stage (
    id bigint NOT NULL,
    key character varying(20) NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    opens_shown character varying(40) NOT NULL,
    closes_shown character varying(40) NOT NULL,
    activity_id bigint NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT processes_stage_revision_check CHECK ((revision >= 0)),
    CONSTRAINT stage_runs_forward CHECK ((closes_at > opens_at))
);


--
-- Name: processes_stage_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.processes_stage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.processes_stage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: procrastinate_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);


--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;


--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;


--
-- Name: procrastinate_periodic_defers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);


--
-- Name: procrastinate_periodic_defers_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: procrastinate_periodic_defers_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;


--
-- Name: procrastinate_workers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: procrastinate_workers_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reports_hearingsummary; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports_hearingsummary (
    id bigint NOT NULL,
    number smallint NOT NULL,
    figures jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    activity_id bigint NOT NULL,
    CONSTRAINT reports_hearingsummary_number_check CHECK ((number >= 0))
);


--
-- Name: reports_hearingsummary_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reports_hearingsummary ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_hearingsummary_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reports_practice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports_practice (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    title jsonb NOT NULL,
    text jsonb NOT NULL,
    link character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    added_by_id bigint,
    section_id bigint NOT NULL,
    revision integer NOT NULL,
    about jsonb NOT NULL,
    CONSTRAINT reports_practice_revision_check CHECK ((revision >= 0))
);


--
-- Name: reports_practice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reports_practice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_practice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reports_practicefile; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports_practicefile (
    id bigint NOT NULL,
    language character varying(16) NOT NULL,
    file character varying(100) NOT NULL,
    original_name character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    size integer NOT NULL,
    practice_id bigint NOT NULL,
    CONSTRAINT reports_practicefile_size_check CHECK ((size >= 0))
);


--
-- Name: reports_practicefile_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reports_practicefile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_practicefile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reports_report; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports_report (
    id bigint NOT NULL,
    in_short jsonb NOT NULL,
    asked jsonb NOT NULL,
    took_part jsonb NOT NULL,
    said jsonb NOT NULL,
    changed jsonb NOT NULL,
    next_steps jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    activity_id bigint NOT NULL,
    figures jsonb NOT NULL,
    CONSTRAINT reports_report_revision_check CHECK ((revision >= 0))
);


--
-- Name: reports_report_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reports_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reports_reportannex; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports_reportannex (
    id bigint NOT NULL,
    content bytea NOT NULL,
    version_id bigint NOT NULL
);


--
-- Name: reports_reportannex_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reports_reportannex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportannex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reports_reportfile; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports_reportfile (
    id bigint NOT NULL,
    kind character varying(4) NOT NULL,
    language character varying(16) NOT NULL,
    content bytea NOT NULL,
    hearing_id bigint,
    version_id bigint,
    CONSTRAINT file_of_one_thing CHECK ((((hearing_id IS NOT NULL) AND (version_id IS NULL)) OR ((hearing_id IS NULL) AND (version_id IS NOT NULL))))
);


--
-- Name: reports_reportfile_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reports_reportfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reports_reportversion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports_reportversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    words jsonb NOT NULL,
    figures jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    activity_id bigint NOT NULL,
    CONSTRAINT reports_reportversion_number_check CHECK ((number >= 0))
);


--
-- Name: reports_reportversion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reports_reportversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: site_namedexport; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.site_namedexport (
    id bigint NOT NULL,
    purpose text NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL
);


--
-- Name: site_namedexport_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.site_namedexport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_namedexport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: site_retentioncount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.site_retentioncount (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    count integer NOT NULL,
    authority_id bigint,
    run_id bigint NOT NULL,
    CONSTRAINT site_retentioncount_count_check CHECK ((count >= 0))
);


--
-- Name: site_retentioncount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.site_retentioncount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_retentioncount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: site_retentionrun; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.site_retentionrun (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone NOT NULL
);


--
-- Name: site_retentionrun_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.site_retentionrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_retentionrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: site_trailcheck; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.site_trailcheck (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    problem_count integer NOT NULL,
    problems jsonb NOT NULL,
    CONSTRAINT site_trailcheck_problem_count_check CHECK ((problem_count >= 0))
);


--
-- Name: site_trailcheck_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.site_trailcheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_trailcheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: statements_colleague; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statements_colleague (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    nonce character varying(22) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    joined_at timestamp with time zone,
    invited_by_id bigint,
    person_id bigint,
    statement_id bigint NOT NULL
);


--
-- Name: statements_colleague_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.statements_colleague ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statements_colleague_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: statements_statement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statements_statement (
    id bigint NOT NULL,
    key uuid NOT NULL,
    language character varying(16) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    asked_at timestamp with time zone,
    activity_id bigint NOT NULL,
    approved_by_id bigint,
    asked_by_id bigint,
    organisation_id bigint NOT NULL,
    receipt_id bigint,
    CONSTRAINT statements_statement_revision_check CHECK ((revision >= 0))
);


--
-- Name: statements_statement_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.statements_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statements_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: statements_statementnote; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statements_statementnote (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    statement_id bigint NOT NULL
);


--
-- Name: statements_statementnote_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.statements_statementnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statements_statementnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: statements_statementpart; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statements_statementpart (
    id bigint NOT NULL,
    text text NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by_id bigint,
    section_id bigint,
    statement_id bigint NOT NULL,
    version_id bigint,
    CONSTRAINT statement_part_has_one_place CHECK (((section_id IS NULL) OR (version_id IS NULL))),
    CONSTRAINT statements_statementpart_revision_check CHECK ((revision >= 0))
);


--
-- Name: statements_statementpart_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.statements_statementpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statements_statementpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: transfers_formerreply; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.transfers_formerreply (
    id bigint NOT NULL,
    revision integer NOT NULL,
    answer jsonb NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    transfer_id bigint NOT NULL,
    answered_on date,
    why text NOT NULL,
    CONSTRAINT transfers_formerreply_revision_check CHECK ((revision >= 0))
);


--
-- Name: transfers_formerreply_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.transfers_formerreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.transfers_formerreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: transfers_transfer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.transfers_transfer (
    id bigint NOT NULL,
    key uuid NOT NULL,
    outside_name character varying(150) NOT NULL,
    outside_address character varying(300) NOT NULL,
    reason jsonb NOT NULL,
    due_on date,
    state character varying(10) NOT NULL,
    passed_at timestamp with time zone NOT NULL,
    answer jsonb NOT NULL,
    revision integer NOT NULL,
    ready_at timestamp with time zone,
    answered_at timestamp with time zone,
    corrected_at timestamp with time zone,
    ended_at timestamp with time zone,
    return_reason text NOT NULL,
    answered_by_id bigint,
    comment_id bigint NOT NULL,
    ended_by_id bigint,
    passed_by_id bigint,
    receiver_id bigint,
    saved_by_id bigint,
    correction jsonb NOT NULL,
    ready_by_id bigint,
    returned_note text NOT NULL,
    answered_on date,
    joined_to_id bigint,
    CONSTRAINT transfer_has_one_receiver CHECK (((((outside_name)::text = ''::text) AND (receiver_id IS NOT NULL)) OR ((receiver_id IS NULL) AND (NOT ((outside_name)::text = ''::text))))),
    CONSTRAINT transfers_transfer_revision_check CHECK ((revision >= 0))
);


--
-- Name: transfers_transfer_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.transfers_transfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.transfers_transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: translating_returnedfile; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.translating_returnedfile (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    source character varying(16) NOT NULL,
    target character varying(16) NOT NULL,
    rows jsonb NOT NULL,
    problems jsonb NOT NULL,
    read_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    process_id bigint,
    read_by_id bigint,
    authority_id bigint,
    CONSTRAINT returned_file_has_one_holder CHECK ((((process_id IS NULL) OR (authority_id IS NULL)) AND (1 = (
CASE
    WHEN (process_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (authority_id IS NULL) THEN 1
    ELSE 0
END))))
);


--
-- Name: translating_returnedfile_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.translating_returnedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.translating_returnedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: procrastinate_events id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);


--
-- Name: procrastinate_jobs id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);


--
-- Name: procrastinate_periodic_defers id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);


--
-- Data for Name: account_emailaddress; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: account_emailconfirmation; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: answers_answer; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: answers_answeredcomment; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: answers_answertemplate; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: answers_closure; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: answers_correction; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: answers_formeranswer; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: answers_summary; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_seal; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_unsealed; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES
	(1, 'Can add content type', 1, 'add_contenttype'),
	(2, 'Can change content type', 1, 'change_contenttype'),
	(3, 'Can delete content type', 1, 'delete_contenttype'),
	(4, 'Can view content type', 1, 'view_contenttype'),
	(5, 'Can add permission', 2, 'add_permission'),
	(6, 'Can change permission', 2, 'change_permission'),
	(7, 'Can delete permission', 2, 'delete_permission'),
	(8, 'Can view permission', 2, 'view_permission'),
	(9, 'Can add group', 3, 'add_group'),
	(10, 'Can change group', 3, 'change_group'),
	(11, 'Can delete group', 3, 'delete_group'),
	(12, 'Can view group', 3, 'view_group'),
	(13, 'Can add session', 4, 'add_session'),
	(14, 'Can change session', 4, 'change_session'),
	(15, 'Can delete session', 4, 'delete_session'),
	(16, 'Can view session', 4, 'view_session'),
	(17, 'Can add procrastinate event', 5, 'add_procrastinateevent'),
	(18, 'Can change procrastinate event', 5, 'change_procrastinateevent'),
	(19, 'Can delete procrastinate event', 5, 'delete_procrastinateevent'),
	(20, 'Can view procrastinate event', 5, 'view_procrastinateevent'),
	(21, 'Can add procrastinate job', 6, 'add_procrastinatejob'),
	(22, 'Can change procrastinate job', 6, 'change_procrastinatejob'),
	(23, 'Can delete procrastinate job', 6, 'delete_procrastinatejob'),
	(24, 'Can view procrastinate job', 6, 'view_procrastinatejob'),
	(25, 'Can add procrastinate periodic defer', 7, 'add_procrastinateperiodicdefer'),
	(26, 'Can change procrastinate periodic defer', 7, 'change_procrastinateperiodicdefer'),
	(27, 'Can delete procrastinate periodic defer', 7, 'delete_procrastinateperiodicdefer'),
	(28, 'Can view procrastinate periodic defer', 7, 'view_procrastinateperiodicdefer'),
	(29, 'Can add procrastinate worker', 8, 'add_procrastinateworker'),
	(30, 'Can change procrastinate worker', 8, 'change_procrastinateworker'),
	(31, 'Can delete procrastinate worker', 8, 'delete_procrastinateworker'),
	(32, 'Can view procrastinate worker', 8, 'view_procrastinateworker'),
	(33, 'Can add seal', 9, 'add_seal'),
	(34, 'Can change seal', 9, 'change_seal'),
	(35, 'Can delete seal', 9, 'delete_seal'),
	(36, 'Can view seal', 9, 'view_seal'),
	(37, 'Can add entry', 10, 'add_entry'),
	(38, 'Can change entry', 10, 'change_entry'),
	(39, 'Can delete entry', 10, 'delete_entry'),
	(40, 'Can view entry', 10, 'view_entry'),
	(41, 'Can add unsealed', 11, 'add_unsealed'),
	(42, 'Can change unsealed', 11, 'change_unsealed'),
	(43, 'Can delete unsealed', 11, 'delete_unsealed'),
	(44, 'Can view unsealed', 11, 'view_unsealed'),
	(45, 'Can add area', 12, 'add_area'),
	(46, 'Can change area', 12, 'change_area'),
	(47, 'Can delete area', 12, 'delete_area'),
	(48, 'Can view area', 12, 'view_area'),
	(49, 'Can add population', 13, 'add_population'),
	(50, 'Can change population', 13, 'change_population'),
	(51, 'Can delete population', 13, 'delete_population'),
	(52, 'Can view population', 13, 'view_population'),
	(53, 'Can add authority', 14, 'add_authority'),
	(54, 'Can change authority', 14, 'change_authority'),
	(55, 'Can delete authority', 14, 'delete_authority'),
	(56, 'Can view authority', 14, 'view_authority'),
	(57, 'Can add accessibility feedback', 15, 'add_accessibilityfeedback'),
	(58, 'Can change accessibility feedback', 15, 'change_accessibilityfeedback'),
	(59, 'Can delete accessibility feedback', 15, 'delete_accessibilityfeedback'),
	(60, 'Can view accessibility feedback', 15, 'view_accessibilityfeedback'),
	(61, 'Can add person', 16, 'add_person'),
	(62, 'Can change person', 16, 'change_person'),
	(63, 'Can delete person', 16, 'delete_person'),
	(64, 'Can view person', 16, 'view_person'),
	(65, 'Can add block', 17, 'add_block'),
	(66, 'Can change block', 17, 'change_block'),
	(67, 'Can delete block', 17, 'delete_block'),
	(68, 'Can view block', 17, 'view_block'),
	(69, 'Can add organisation', 18, 'add_organisation'),
	(70, 'Can change organisation', 18, 'change_organisation'),
	(71, 'Can delete organisation', 18, 'delete_organisation'),
	(72, 'Can view organisation', 18, 'view_organisation'),
	(73, 'Can add representation', 19, 'add_representation'),
	(74, 'Can change representation', 19, 'change_representation'),
	(75, 'Can delete representation', 19, 'delete_representation'),
	(76, 'Can view representation', 19, 'view_representation'),
	(77, 'Can add role grant', 20, 'add_rolegrant'),
	(78, 'Can change role grant', 20, 'change_rolegrant'),
	(79, 'Can delete role grant', 20, 'delete_rolegrant'),
	(80, 'Can view role grant', 20, 'view_rolegrant'),
	(81, 'Can add rate window', 21, 'add_ratewindow'),
	(82, 'Can change rate window', 21, 'change_ratewindow'),
	(83, 'Can delete rate window', 21, 'delete_ratewindow'),
	(84, 'Can view rate window', 21, 'view_ratewindow'),
	(85, 'Can add letter', 22, 'add_letter'),
	(86, 'Can change letter', 22, 'change_letter'),
	(87, 'Can delete letter', 22, 'delete_letter'),
	(88, 'Can view letter', 22, 'view_letter'),
	(89, 'Can add notice', 23, 'add_notice'),
	(90, 'Can change notice', 23, 'change_notice'),
	(91, 'Can delete notice', 23, 'delete_notice'),
	(92, 'Can view notice', 23, 'view_notice'),
	(93, 'Can add process', 24, 'add_process'),
	(94, 'Can change process', 24, 'change_process'),
	(95, 'Can delete process', 24, 'delete_process'),
	(96, 'Can view process', 24, 'view_process'),
	(97, 'Can add phase', 25, 'add_phase'),
	(98, 'Can change phase', 25, 'change_phase'),
	(99, 'Can delete phase', 25, 'delete_phase'),
	(100, 'Can view phase', 25, 'view_phase'),
	(101, 'Can add invitation', 26, 'add_invitation'),
	(102, 'Can change invitation', 26, 'change_invitation'),
	(103, 'Can delete invitation', 26, 'delete_invitation'),
	(104, 'Can view invitation', 26, 'view_invitation'),
	(105, 'Can add former address', 27, 'add_formeraddress'),
	(106, 'Can change former address', 27, 'change_formeraddress'),
	(107, 'Can delete former address', 27, 'delete_formeraddress'),
	(108, 'Can view former address', 27, 'view_formeraddress'),
	(109, 'Can add follow', 28, 'add_follow'),
	(110, 'Can change follow', 28, 'change_follow'),
	(111, 'Can delete follow', 28, 'delete_follow'),
	(112, 'Can view follow', 28, 'view_follow'),
	(113, 'Can add activity', 29, 'add_activity'),
	(114, 'Can change activity', 29, 'change_activity'),
	(115, 'Can delete activity', 29, 'delete_activity'),
	(116, 'Can view activity', 29, 'view_activity'),
	(117, 'Can add process partner', 30, 'add_processpartner'),
	(118, 'Can change process partner', 30, 'change_processpartner'),
	(119, 'Can delete process partner', 30, 'delete_processpartner'),
	(120, 'Can view process partner', 30, 'view_processpartner'),
	(121, 'Can add process role', 31, 'add_processrole'),
	(122, 'Can change process role', 31, 'change_processrole'),
	(123, 'Can delete process role', 31, 'delete_processrole'),
	(124, 'Can view process role', 31, 'view_processrole'),
	(125, 'Can add stage', 32, 'add_stage'),
	(126, 'Can change stage', 32, 'change_stage'),
	(127, 'Can delete stage', 32, 'delete_stage'),
	(128, 'Can view stage', 32, 'view_stage'),
	(129, 'Can add search entry', 33, 'add_searchentry'),
	(130, 'Can change search entry', 33, 'change_searchentry'),
	(131, 'Can delete search entry', 33, 'delete_searchentry'),
	(132, 'Can view search entry', 33, 'view_searchentry'),
	(133, 'Can add document', 34, 'add_document'),
	(134, 'Can change document', 34, 'change_document'),
	(135, 'Can delete document', 34, 'delete_document'),
	(136, 'Can view document', 34, 'view_document'),
	(137, 'Can add attachment', 35, 'add_attachment'),
	(138, 'Can change attachment', 35, 'change_attachment'),
	(139, 'Can delete attachment', 35, 'delete_attachment'),
	(140, 'Can view attachment', 35, 'view_attachment'),
	(141, 'Can add document draft import', 36, 'add_documentdraftimport'),
	(142, 'Can change document draft import', 36, 'change_documentdraftimport'),
	(143, 'Can delete document draft import', 36, 'delete_documentdraftimport'),
	(144, 'Can view document draft import', 36, 'view_documentdraftimport'),
	(145, 'Can add document version', 37, 'add_documentversion'),
	(146, 'Can change document version', 37, 'change_documentversion'),
	(147, 'Can delete document version', 37, 'delete_documentversion'),
	(148, 'Can view document version', 37, 'view_documentversion'),
	(149, 'Can add section', 38, 'add_section'),
	(150, 'Can change section', 38, 'change_section'),
	(151, 'Can delete section', 38, 'delete_section'),
	(152, 'Can view section', 38, 'view_section'),
	(153, 'Can add section text', 39, 'add_sectiontext'),
	(154, 'Can change section text', 39, 'change_sectiontext'),
	(155, 'Can delete section text', 39, 'delete_sectiontext'),
	(156, 'Can view section text', 39, 'view_sectiontext'),
	(157, 'Can add comment', 40, 'add_comment'),
	(158, 'Can change comment', 40, 'change_comment'),
	(159, 'Can delete comment', 40, 'delete_comment'),
	(160, 'Can view comment', 40, 'view_comment'),
	(161, 'Can add quote', 41, 'add_quote'),
	(162, 'Can change quote', 41, 'change_quote'),
	(163, 'Can delete quote', 41, 'delete_quote'),
	(164, 'Can view quote', 41, 'view_quote'),
	(165, 'Can add receipt', 42, 'add_receipt'),
	(166, 'Can change receipt', 42, 'change_receipt'),
	(167, 'Can delete receipt', 42, 'delete_receipt'),
	(168, 'Can view receipt', 42, 'view_receipt'),
	(169, 'Can add sender', 43, 'add_sender'),
	(170, 'Can change sender', 43, 'change_sender'),
	(171, 'Can delete sender', 43, 'delete_sender'),
	(172, 'Can view sender', 43, 'view_sender'),
	(173, 'Can add thread', 44, 'add_thread'),
	(174, 'Can change thread', 44, 'change_thread'),
	(175, 'Can delete thread', 44, 'delete_thread'),
	(176, 'Can view thread', 44, 'view_thread'),
	(177, 'Can add comment draft', 45, 'add_commentdraft'),
	(178, 'Can change comment draft', 45, 'change_commentdraft'),
	(179, 'Can delete comment draft', 45, 'delete_commentdraft'),
	(180, 'Can view comment draft', 45, 'view_commentdraft'),
	(181, 'Can add endorsement', 46, 'add_endorsement'),
	(182, 'Can change endorsement', 46, 'change_endorsement'),
	(183, 'Can delete endorsement', 46, 'delete_endorsement'),
	(184, 'Can view endorsement', 46, 'view_endorsement'),
	(185, 'Can add revision', 47, 'add_revision'),
	(186, 'Can change revision', 47, 'change_revision'),
	(187, 'Can delete revision', 47, 'delete_revision'),
	(188, 'Can view revision', 47, 'view_revision'),
	(189, 'Can add background total', 48, 'add_backgroundtotal'),
	(190, 'Can change background total', 48, 'change_backgroundtotal'),
	(191, 'Can delete background total', 48, 'delete_backgroundtotal'),
	(192, 'Can view background total', 48, 'view_backgroundtotal'),
	(193, 'Can add kept groups', 49, 'add_keptgroups'),
	(194, 'Can change kept groups', 49, 'change_keptgroups'),
	(195, 'Can delete kept groups', 49, 'delete_keptgroups'),
	(196, 'Can view kept groups', 49, 'view_keptgroups'),
	(197, 'Can add decision', 50, 'add_decision'),
	(198, 'Can change decision', 50, 'change_decision'),
	(199, 'Can delete decision', 50, 'delete_decision'),
	(200, 'Can view decision', 50, 'view_decision'),
	(201, 'Can add appeal', 51, 'add_appeal'),
	(202, 'Can change appeal', 51, 'change_appeal'),
	(203, 'Can delete appeal', 51, 'delete_appeal'),
	(204, 'Can view appeal', 51, 'view_appeal'),
	(205, 'Can add mask', 52, 'add_mask'),
	(206, 'Can change mask', 52, 'change_mask'),
	(207, 'Can delete mask', 52, 'delete_mask'),
	(208, 'Can view mask', 52, 'view_mask'),
	(209, 'Can add report', 53, 'add_report'),
	(210, 'Can change report', 53, 'change_report'),
	(211, 'Can delete report', 53, 'delete_report'),
	(212, 'Can view report', 53, 'view_report'),
	(213, 'Can add answer', 54, 'add_answer'),
	(214, 'Can change answer', 54, 'change_answer'),
	(215, 'Can delete answer', 54, 'delete_answer'),
	(216, 'Can view answer', 54, 'view_answer'),
	(217, 'Can add answered comment', 55, 'add_answeredcomment'),
	(218, 'Can change answered comment', 55, 'change_answeredcomment'),
	(219, 'Can delete answered comment', 55, 'delete_answeredcomment'),
	(220, 'Can view answered comment', 55, 'view_answeredcomment'),
	(221, 'Can add closure', 56, 'add_closure'),
	(222, 'Can change closure', 56, 'change_closure'),
	(223, 'Can delete closure', 56, 'delete_closure'),
	(224, 'Can view closure', 56, 'view_closure'),
	(225, 'Can add summary', 57, 'add_summary'),
	(226, 'Can change summary', 57, 'change_summary'),
	(227, 'Can delete summary', 57, 'delete_summary'),
	(228, 'Can view summary', 57, 'view_summary'),
	(229, 'Can add former answer', 58, 'add_formeranswer'),
	(230, 'Can change former answer', 58, 'change_formeranswer'),
	(231, 'Can delete former answer', 58, 'delete_formeranswer'),
	(232, 'Can view former answer', 58, 'view_formeranswer'),
	(233, 'Can add answer template', 59, 'add_answertemplate'),
	(234, 'Can change answer template', 59, 'change_answertemplate'),
	(235, 'Can delete answer template', 59, 'delete_answertemplate'),
	(236, 'Can view answer template', 59, 'view_answertemplate'),
	(237, 'Can add correction', 60, 'add_correction'),
	(238, 'Can change correction', 60, 'change_correction'),
	(239, 'Can delete correction', 60, 'delete_correction'),
	(240, 'Can view correction', 60, 'view_correction'),
	(241, 'Can add entry', 61, 'add_entry'),
	(242, 'Can change entry', 61, 'change_entry'),
	(243, 'Can delete entry', 61, 'delete_entry'),
	(244, 'Can view entry', 61, 'view_entry'),
	(245, 'Can add batch', 62, 'add_batch'),
	(246, 'Can change batch', 62, 'change_batch'),
	(247, 'Can delete batch', 62, 'delete_batch'),
	(248, 'Can view batch', 62, 'view_batch'),
	(249, 'Can add earlier round', 63, 'add_earlierround'),
	(250, 'Can change earlier round', 63, 'change_earlierround'),
	(251, 'Can delete earlier round', 63, 'delete_earlierround'),
	(252, 'Can view earlier round', 63, 'view_earlierround'),
	(253, 'Can add mapping', 64, 'add_mapping'),
	(254, 'Can change mapping', 64, 'change_mapping'),
	(255, 'Can delete mapping', 64, 'delete_mapping'),
	(256, 'Can view mapping', 64, 'view_mapping'),
	(257, 'Can add note', 65, 'add_note'),
	(258, 'Can change note', 65, 'change_note'),
	(259, 'Can delete note', 65, 'delete_note'),
	(260, 'Can view note', 65, 'view_note'),
	(261, 'Can add sheet', 66, 'add_sheet'),
	(262, 'Can change sheet', 66, 'change_sheet'),
	(263, 'Can delete sheet', 66, 'delete_sheet'),
	(264, 'Can view sheet', 66, 'view_sheet'),
	(265, 'Can add upload', 67, 'add_upload'),
	(266, 'Can change upload', 67, 'change_upload'),
	(267, 'Can delete upload', 67, 'delete_upload'),
	(268, 'Can view upload', 67, 'view_upload'),
	(269, 'Can add table link', 68, 'add_tablelink'),
	(270, 'Can change table link', 68, 'change_tablelink'),
	(271, 'Can delete table link', 68, 'delete_tablelink'),
	(272, 'Can view table link', 68, 'view_tablelink'),
	(273, 'Can add table note', 69, 'add_tablenote'),
	(274, 'Can change table note', 69, 'change_tablenote'),
	(275, 'Can delete table note', 69, 'delete_tablenote'),
	(276, 'Can view table note', 69, 'view_tablenote'),
	(277, 'Can add upload progress', 70, 'add_uploadprogress'),
	(278, 'Can change upload progress', 70, 'change_uploadprogress'),
	(279, 'Can delete upload progress', 70, 'delete_uploadprogress'),
	(280, 'Can view upload progress', 70, 'view_uploadprogress'),
	(281, 'Can add unsaid', 71, 'add_unsaid'),
	(282, 'Can change unsaid', 71, 'change_unsaid'),
	(283, 'Can delete unsaid', 71, 'delete_unsaid'),
	(284, 'Can view unsaid', 71, 'view_unsaid'),
	(285, 'Can add looking', 72, 'add_looking'),
	(286, 'Can change looking', 72, 'change_looking'),
	(287, 'Can delete looking', 72, 'delete_looking'),
	(288, 'Can view looking', 72, 'view_looking'),
	(289, 'Can add comment work', 73, 'add_commentwork'),
	(290, 'Can change comment work', 73, 'change_commentwork'),
	(291, 'Can delete comment work', 73, 'delete_commentwork'),
	(292, 'Can view comment work', 73, 'view_commentwork'),
	(293, 'Can add staff note', 74, 'add_staffnote'),
	(294, 'Can change staff note', 74, 'change_staffnote'),
	(295, 'Can delete staff note', 74, 'delete_staffnote'),
	(296, 'Can view staff note', 74, 'view_staffnote'),
	(297, 'Can add theme', 75, 'add_theme'),
	(298, 'Can change theme', 75, 'change_theme'),
	(299, 'Can delete theme', 75, 'delete_theme'),
	(300, 'Can view theme', 75, 'view_theme'),
	(301, 'Can add saved view', 76, 'add_savedview'),
	(302, 'Can change saved view', 76, 'change_savedview'),
	(303, 'Can delete saved view', 76, 'delete_savedview'),
	(304, 'Can view saved view', 76, 'view_savedview'),
	(305, 'Can add signature', 77, 'add_signature'),
	(306, 'Can change signature', 77, 'change_signature'),
	(307, 'Can delete signature', 77, 'delete_signature'),
	(308, 'Can view signature', 77, 'view_signature'),
	(309, 'Can add comment theme', 78, 'add_commenttheme'),
	(310, 'Can change comment theme', 78, 'change_commenttheme'),
	(311, 'Can delete comment theme', 78, 'delete_commenttheme'),
	(312, 'Can view comment theme', 78, 'view_commenttheme'),
	(313, 'Can add bulk action', 79, 'add_bulkaction'),
	(314, 'Can change bulk action', 79, 'change_bulkaction'),
	(315, 'Can delete bulk action', 79, 'delete_bulkaction'),
	(316, 'Can view bulk action', 79, 'view_bulkaction'),
	(317, 'Can add theme suggestion', 80, 'add_themesuggestion'),
	(318, 'Can change theme suggestion', 80, 'change_themesuggestion'),
	(319, 'Can delete theme suggestion', 80, 'delete_themesuggestion'),
	(320, 'Can view theme suggestion', 80, 'view_themesuggestion'),
	(321, 'Can add translation', 81, 'add_translation'),
	(322, 'Can change translation', 81, 'change_translation'),
	(323, 'Can delete translation', 81, 'delete_translation'),
	(324, 'Can view translation', 81, 'view_translation'),
	(325, 'Can add transfer', 82, 'add_transfer'),
	(326, 'Can change transfer', 82, 'change_transfer'),
	(327, 'Can delete transfer', 82, 'delete_transfer'),
	(328, 'Can view transfer', 82, 'view_transfer'),
	(329, 'Can add former reply', 83, 'add_formerreply'),
	(330, 'Can change former reply', 83, 'change_formerreply'),
	(331, 'Can delete former reply', 83, 'delete_formerreply'),
	(332, 'Can view former reply', 83, 'view_formerreply'),
	(333, 'Can add measure', 84, 'add_measure'),
	(334, 'Can change measure', 84, 'change_measure'),
	(335, 'Can delete measure', 84, 'delete_measure'),
	(336, 'Can view measure', 84, 'view_measure'),
	(337, 'Can add measure update', 85, 'add_measureupdate'),
	(338, 'Can change measure update', 85, 'change_measureupdate'),
	(339, 'Can delete measure update', 85, 'delete_measureupdate'),
	(340, 'Can view measure update', 85, 'view_measureupdate'),
	(341, 'Can add outcome', 86, 'add_outcome'),
	(342, 'Can change outcome', 86, 'change_outcome'),
	(343, 'Can delete outcome', 86, 'delete_outcome'),
	(344, 'Can view outcome', 86, 'view_outcome'),
	(345, 'Can add former promise', 87, 'add_formerpromise'),
	(346, 'Can change former promise', 87, 'change_formerpromise'),
	(347, 'Can delete former promise', 87, 'delete_formerpromise'),
	(348, 'Can view former promise', 87, 'view_formerpromise'),
	(349, 'Can add hearing summary', 88, 'add_hearingsummary'),
	(350, 'Can change hearing summary', 88, 'change_hearingsummary'),
	(351, 'Can delete hearing summary', 88, 'delete_hearingsummary'),
	(352, 'Can view hearing summary', 88, 'view_hearingsummary'),
	(353, 'Can add report', 89, 'add_report'),
	(354, 'Can change report', 89, 'change_report'),
	(355, 'Can delete report', 89, 'delete_report'),
	(356, 'Can view report', 89, 'view_report'),
	(357, 'Can add report version', 90, 'add_reportversion'),
	(358, 'Can change report version', 90, 'change_reportversion'),
	(359, 'Can delete report version', 90, 'delete_reportversion'),
	(360, 'Can view report version', 90, 'view_reportversion'),
	(361, 'Can add report file', 91, 'add_reportfile'),
	(362, 'Can change report file', 91, 'change_reportfile'),
	(363, 'Can delete report file', 91, 'delete_reportfile'),
	(364, 'Can view report file', 91, 'view_reportfile'),
	(365, 'Can add practice', 92, 'add_practice'),
	(366, 'Can change practice', 92, 'change_practice'),
	(367, 'Can delete practice', 92, 'delete_practice'),
	(368, 'Can view practice', 92, 'view_practice'),
	(369, 'Can add report annex', 93, 'add_reportannex'),
	(370, 'Can change report annex', 93, 'change_reportannex'),
	(371, 'Can delete report annex', 93, 'delete_reportannex'),
	(372, 'Can view report annex', 93, 'view_reportannex'),
	(373, 'Can add practice file', 94, 'add_practicefile'),
	(374, 'Can change practice file', 94, 'change_practicefile'),
	(375, 'Can delete practice file', 94, 'delete_practicefile'),
	(376, 'Can view practice file', 94, 'view_practicefile'),
	(377, 'Can add returned file', 95, 'add_returnedfile'),
	(378, 'Can change returned file', 95, 'change_returnedfile'),
	(379, 'Can delete returned file', 95, 'delete_returnedfile'),
	(380, 'Can view returned file', 95, 'view_returnedfile'),
	(381, 'Can add export', 96, 'add_export'),
	(382, 'Can change export', 96, 'change_export'),
	(383, 'Can delete export', 96, 'delete_export'),
	(384, 'Can view export', 96, 'view_export'),
	(385, 'Can add brought request', 97, 'add_broughtrequest'),
	(386, 'Can change brought request', 97, 'change_broughtrequest'),
	(387, 'Can delete brought request', 97, 'delete_broughtrequest'),
	(388, 'Can view brought request', 97, 'view_broughtrequest'),
	(389, 'Can add data change', 98, 'add_datachange'),
	(390, 'Can change data change', 98, 'change_datachange'),
	(391, 'Can delete data change', 98, 'delete_datachange'),
	(392, 'Can view data change', 98, 'view_datachange'),
	(393, 'Can add launch picture', 99, 'add_launchpicture'),
	(394, 'Can change launch picture', 99, 'change_launchpicture'),
	(395, 'Can delete launch picture', 99, 'delete_launchpicture'),
	(396, 'Can view launch picture', 99, 'view_launchpicture'),
	(397, 'Can add launch pack', 100, 'add_launchpack'),
	(398, 'Can change launch pack', 100, 'change_launchpack'),
	(399, 'Can delete launch pack', 100, 'delete_launchpack'),
	(400, 'Can view launch pack', 100, 'view_launchpack'),
	(401, 'Can add launch release', 101, 'add_launchrelease'),
	(402, 'Can change launch release', 101, 'change_launchrelease'),
	(403, 'Can delete launch release', 101, 'delete_launchrelease'),
	(404, 'Can view launch release', 101, 'view_launchrelease'),
	(405, 'Can add round thread', 102, 'add_roundthread'),
	(406, 'Can change round thread', 102, 'change_roundthread'),
	(407, 'Can delete round thread', 102, 'delete_roundthread'),
	(408, 'Can view round thread', 102, 'view_roundthread'),
	(409, 'Can add statement', 103, 'add_statement'),
	(410, 'Can change statement', 103, 'change_statement'),
	(411, 'Can delete statement', 103, 'delete_statement'),
	(412, 'Can view statement', 103, 'view_statement'),
	(413, 'Can add colleague', 104, 'add_colleague'),
	(414, 'Can change colleague', 104, 'change_colleague'),
	(415, 'Can delete colleague', 104, 'delete_colleague'),
	(416, 'Can view colleague', 104, 'view_colleague'),
	(417, 'Can add statement note', 105, 'add_statementnote'),
	(418, 'Can change statement note', 105, 'change_statementnote'),
	(419, 'Can delete statement note', 105, 'delete_statementnote'),
	(420, 'Can view statement note', 105, 'view_statementnote'),
	(421, 'Can add statement part', 106, 'add_statementpart'),
	(422, 'Can change statement part', 106, 'change_statementpart'),
	(423, 'Can delete statement part', 106, 'delete_statementpart'),
	(424, 'Can view statement part', 106, 'view_statementpart'),
	(425, 'Can add retention run', 107, 'add_retentionrun'),
	(426, 'Can change retention run', 107, 'change_retentionrun'),
	(427, 'Can delete retention run', 107, 'delete_retentionrun'),
	(428, 'Can view retention run', 107, 'view_retentionrun'),
	(429, 'Can add trail check', 108, 'add_trailcheck'),
	(430, 'Can change trail check', 108, 'change_trailcheck'),
	(431, 'Can delete trail check', 108, 'delete_trailcheck'),
	(432, 'Can view trail check', 108, 'view_trailcheck'),
	(433, 'Can add retention count', 109, 'add_retentioncount'),
	(434, 'Can change retention count', 109, 'change_retentioncount'),
	(435, 'Can delete retention count', 109, 'delete_retentioncount'),
	(436, 'Can view retention count', 109, 'view_retentioncount'),
	(437, 'Can add named export', 110, 'add_namedexport'),
	(438, 'Can change named export', 110, 'change_namedexport'),
	(439, 'Can delete named export', 110, 'delete_namedexport'),
	(440, 'Can view named export', 110, 'view_namedexport'),
	(441, 'Can add email address', 111, 'add_emailaddress'),
	(442, 'Can change email address', 111, 'change_emailaddress'),
	(443, 'Can delete email address', 111, 'delete_emailaddress'),
	(444, 'Can view email address', 111, 'view_emailaddress'),
	(445, 'Can add email confirmation', 112, 'add_emailconfirmation'),
	(446, 'Can change email confirmation', 112, 'change_emailconfirmation'),
	(447, 'Can delete email confirmation', 112, 'delete_emailconfirmation'),
	(448, 'Can view email confirmation', 112, 'view_emailconfirmation'),
	(449, 'Can add authenticator', 113, 'add_authenticator'),
	(450, 'Can change authenticator', 113, 'change_authenticator'),
	(451, 'Can delete authenticator', 113, 'delete_authenticator'),
	(452, 'Can view authenticator', 113, 'view_authenticator');


--
-- Data for Name: authorities_accessibilityfeedback; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: authorities_authority; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comment_rounds_roundthread; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_backgroundtotal; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_comment; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_commentdraft; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_endorsement; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_keptgroups; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_quote; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_receipt; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_revision; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_sender; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: comments_thread; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_content_type (id, app_label, model) VALUES
	(1, 'contenttypes', 'contenttype'),
	(2, 'auth', 'permission'),
	(3, 'auth', 'group'),
	(4, 'sessions', 'session'),
	(5, 'procrastinate', 'procrastinateevent'),
	(6, 'procrastinate', 'procrastinatejob'),
	(7, 'procrastinate', 'procrastinateperiodicdefer'),
	(8, 'procrastinate', 'procrastinateworker'),
	(9, 'audit', 'seal'),
	(10, 'audit', 'entry'),
	(11, 'audit', 'unsealed'),
	(12, 'places', 'area'),
	(13, 'places', 'population'),
	(14, 'authorities', 'authority'),
	(15, 'authorities', 'accessibilityfeedback'),
	(16, 'people', 'person'),
	(17, 'people', 'block'),
	(18, 'people', 'organisation'),
	(19, 'people', 'representation'),
	(20, 'people', 'rolegrant'),
	(21, 'people', 'ratewindow'),
	(22, 'notices', 'letter'),
	(23, 'notices', 'notice'),
	(24, 'processes', 'process'),
	(25, 'processes', 'phase'),
	(26, 'processes', 'invitation'),
	(27, 'processes', 'formeraddress'),
	(28, 'processes', 'follow'),
	(29, 'processes', 'activity'),
	(30, 'processes', 'processpartner'),
	(31, 'processes', 'processrole'),
	(32, 'processes', 'stage'),
	(33, 'processes', 'searchentry'),
	(34, 'documents', 'document'),
	(35, 'documents', 'attachment'),
	(36, 'documents', 'documentdraftimport'),
	(37, 'documents', 'documentversion'),
	(38, 'documents', 'section'),
	(39, 'documents', 'sectiontext'),
	(40, 'comments', 'comment'),
	(41, 'comments', 'quote'),
	(42, 'comments', 'receipt'),
	(43, 'comments', 'sender'),
	(44, 'comments', 'thread'),
	(45, 'comments', 'commentdraft'),
	(46, 'comments', 'endorsement'),
	(47, 'comments', 'revision'),
	(48, 'comments', 'backgroundtotal'),
	(49, 'comments', 'keptgroups'),
	(50, 'moderation', 'decision'),
	(51, 'moderation', 'appeal'),
	(52, 'moderation', 'mask'),
	(53, 'moderation', 'report'),
	(54, 'answers', 'answer'),
	(55, 'answers', 'answeredcomment'),
	(56, 'answers', 'closure'),
	(57, 'answers', 'summary'),
	(58, 'answers', 'formeranswer'),
	(59, 'answers', 'answertemplate'),
	(60, 'answers', 'correction'),
	(61, 'intake', 'entry'),
	(62, 'intake', 'batch'),
	(63, 'intake', 'earlierround'),
	(64, 'intake', 'mapping'),
	(65, 'intake', 'note'),
	(66, 'intake', 'sheet'),
	(67, 'intake', 'upload'),
	(68, 'intake', 'tablelink'),
	(69, 'intake', 'tablenote'),
	(70, 'intake', 'uploadprogress'),
	(71, 'intake', 'unsaid'),
	(72, 'material', 'looking'),
	(73, 'material', 'commentwork'),
	(74, 'material', 'staffnote'),
	(75, 'material', 'theme'),
	(76, 'material', 'savedview'),
	(77, 'material', 'signature'),
	(78, 'material', 'commenttheme'),
	(79, 'material', 'bulkaction'),
	(80, 'material', 'themesuggestion'),
	(81, 'material', 'translation'),
	(82, 'transfers', 'transfer'),
	(83, 'transfers', 'formerreply'),
	(84, 'outcomes', 'measure'),
	(85, 'outcomes', 'measureupdate'),
	(86, 'outcomes', 'outcome'),
	(87, 'outcomes', 'formerpromise'),
	(88, 'reports', 'hearingsummary'),
	(89, 'reports', 'report'),
	(90, 'reports', 'reportversion'),
	(91, 'reports', 'reportfile'),
	(92, 'reports', 'practice'),
	(93, 'reports', 'reportannex'),
	(94, 'reports', 'practicefile'),
	(95, 'translating', 'returnedfile'),
	(96, 'open_data', 'export'),
	(97, 'open_data', 'broughtrequest'),
	(98, 'open_data', 'datachange'),
	(99, 'launch', 'launchpicture'),
	(100, 'launch', 'launchpack'),
	(101, 'launch', 'launchrelease'),
	(102, 'comment_rounds', 'roundthread'),
	(103, 'statements', 'statement'),
	(104, 'statements', 'colleague'),
	(105, 'statements', 'statementnote'),
	(106, 'statements', 'statementpart'),
	(107, 'site', 'retentionrun'),
	(108, 'site', 'trailcheck'),
	(109, 'site', 'retentioncount'),
	(110, 'site', 'namedexport'),
	(111, 'account', 'emailaddress'),
	(112, 'account', 'emailconfirmation'),
	(113, 'mfa', 'authenticator');


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_migrations (id, app, name, applied) VALUES
	(1, 'places', '0001_initial', '2026-11-23 10:35:29.278087+00'),
	(2, 'authorities', '0001_initial', '2026-11-23 10:35:29.328653+00'),
	(3, 'people', '0001_initial', '2026-11-23 10:35:29.52074+00'),
	(4, 'account', '0001_initial', '2026-11-23 10:35:29.564144+00'),
	(5, 'account', '0002_email_max_length', '2026-11-23 10:35:29.576595+00'),
	(6, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-23 10:35:29.595422+00'),
	(7, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-23 10:35:29.611827+00'),
	(8, 'account', '0005_emailaddress_idx_upper_email', '2026-11-23 10:35:29.624621+00'),
	(9, 'account', '0006_emailaddress_lower', '2026-11-23 10:35:29.638951+00'),
	(10, 'account', '0007_emailaddress_idx_email', '2026-11-23 10:35:29.661987+00'),
	(11, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-23 10:35:29.677905+00'),
	(12, 'account', '0009_emailaddress_unique_primary_email', '2026-11-23 10:35:29.68775+00'),
	(13, 'processes', '0001_initial', '2026-11-23 10:35:30.319524+00'),
	(14, 'comments', '0001_initial', '2026-11-23 10:35:30.961223+00'),
	(15, 'documents', '0001_initial', '2026-11-23 10:35:31.475516+00'),
	(16, 'documents', '0002_published_versions_stand', '2026-11-23 10:35:31.478809+00'),
	(17, 'documents', '0003_descent_stands_and_texts_count_their_revisions', '2026-11-23 10:35:31.488528+00'),
	(18, 'documents', '0004_easy_swedish_fits', '2026-11-23 10:35:31.538163+00'),
	(19, 'processes', '0002_running_numbers', '2026-11-23 10:35:31.56484+00'),
	(20, 'processes', '0003_search', '2026-11-23 10:35:31.620016+00'),
	(21, 'processes', '0004_phases_count_their_revisions', '2026-11-23 10:35:31.645403+00'),
	(22, 'processes', '0005_easy_swedish_fits', '2026-11-23 10:35:31.675429+00'),
	(23, 'processes', '0006_stages_count_their_revisions', '2026-11-23 10:35:31.697355+00'),
	(24, 'authorities', '0002_small_groups_from_five', '2026-11-23 10:35:31.791648+00'),
	(25, 'authorities', '0003_postal_address_in_each_language', '2026-11-23 10:35:31.915075+00'),
	(26, 'authorities', '0004_easy_swedish_fits', '2026-11-23 10:35:31.988226+00'),
	(27, 'authorities', '0005_approval_and_templates', '2026-11-23 10:35:32.022142+00'),
	(28, 'answers', '0001_initial', '2026-11-23 10:35:32.48294+00'),
	(29, 'answers', '0002_former_answers', '2026-11-23 10:35:32.577413+00'),
	(30, 'answers', '0003_approval_and_templates', '2026-11-23 10:35:32.88413+00'),
	(31, 'answers', '0004_corrections_wait_for_approval', '2026-11-23 10:35:32.94183+00'),
	(32, 'answers', '0005_joined_to_published_answers', '2026-11-23 10:35:33.170737+00'),
	(33, 'audit', '0001_initial', '2026-11-23 10:35:33.193476+00'),
	(34, 'audit', '0002_refuse_change', '2026-11-23 10:35:33.196099+00'),
	(35, 'audit', '0003_unsealed', '2026-11-23 10:35:33.209089+00'),
	(36, 'contenttypes', '0001_initial', '2026-11-23 10:35:33.223739+00'),
	(37, 'contenttypes', '0002_remove_content_type_name', '2026-11-23 10:35:33.291339+00'),
	(38, 'auth', '0001_initial', '2026-11-23 10:35:33.330385+00'),
	(39, 'auth', '0002_alter_permission_name_max_length', '2026-11-23 10:35:33.3399+00'),
	(40, 'auth', '0003_alter_user_email_max_length', '2026-11-23 10:35:33.347313+00'),
	(41, 'auth', '0004_alter_user_username_opts', '2026-11-23 10:35:33.354603+00'),
	(42, 'auth', '0005_alter_user_last_login_null', '2026-11-23 10:35:33.361908+00'),
	(43, 'auth', '0006_require_contenttypes_0002', '2026-11-23 10:35:33.363449+00'),
	(44, 'auth', '0007_alter_validators_add_error_messages', '2026-11-23 10:35:33.37092+00'),
	(45, 'auth', '0008_alter_user_username_max_length', '2026-11-23 10:35:33.381283+00'),
	(46, 'auth', '0009_alter_user_last_name_max_length', '2026-11-23 10:35:33.38997+00'),
	(47, 'auth', '0010_alter_group_name_max_length', '2026-11-23 10:35:33.400123+00'),
	(48, 'auth', '0011_update_proxy_permissions', '2026-11-23 10:35:33.452313+00'),
	(49, 'auth', '0012_alter_user_first_name_max_length', '2026-11-23 10:35:33.460022+00'),
	(50, 'comments', '0002_receipt_once_in_activity', '2026-11-23 10:35:33.52905+00'),
	(51, 'comment_rounds', '0001_places_for_comments', '2026-11-23 10:35:33.585623+00'),
	(52, 'processes', '0007_follow_only_what_is_done', '2026-11-23 10:35:33.622847+00'),
	(53, 'processes', '0008_search_of_comments_apart', '2026-11-23 10:35:33.745946+00'),
	(54, 'processes', '0009_answers_promised_before', '2026-11-23 10:35:33.798505+00'),
	(55, 'moderation', '0001_initial', '2026-11-23 10:35:34.103741+00'),
	(56, 'moderation', '0002_undone_decisions', '2026-11-23 10:35:34.309166+00'),
	(57, 'places', '0002_load_areas', '2026-11-23 10:35:35.369467+00'),
	(58, 'comments', '0003_sender_email_confirmed_at', '2026-11-23 10:35:35.409456+00'),
	(59, 'comments', '0004_easy_swedish_fits', '2026-11-23 10:35:35.42673+00'),
	(60, 'comments', '0005_background_totals', '2026-11-23 10:35:35.482601+00'),
	(61, 'comments', '0006_comment_was_shown', '2026-11-23 10:35:35.576513+00'),
	(62, 'comments', '0007_indexes_for_a_hundred_thousand', '2026-11-23 10:35:35.758217+00'),
	(63, 'comments', '0008_keptgroups', '2026-11-23 10:35:35.814733+00'),
	(64, 'comments', '0009_day_of_arrival', '2026-11-23 10:35:35.87314+00'),
	(65, 'comments', '0010_no_names_of_minors', '2026-11-23 10:35:36.081297+00'),
	(66, 'comments', '0011_unanswered_are_counted', '2026-11-23 10:35:36.112214+00'),
	(67, 'comments', '0012_whose_change_it_is', '2026-11-23 10:35:36.230459+00'),
	(68, 'comments', '0013_listed_by_home', '2026-11-23 10:35:36.284721+00'),
	(69, 'comments', '0014_lists_begin', '2026-11-23 10:35:36.336233+00'),
	(70, 'processes', '0010_rounds_held_elsewhere', '2026-11-23 10:35:36.375775+00'),
	(71, 'intake', '0001_initial', '2026-11-23 10:35:36.462665+00'),
	(72, 'intake', '0002_batches_and_uploads', '2026-11-23 10:35:37.229425+00'),
	(73, 'intake', '0003_tables_write_by_links', '2026-11-23 10:35:37.553239+00'),
	(74, 'intake', '0004_facts_are_compared', '2026-11-23 10:35:37.647546+00'),
	(75, 'intake', '0005_statement_service', '2026-11-23 10:35:37.851216+00'),
	(76, 'intake', '0006_long_files', '2026-11-23 10:35:38.170015+00'),
	(77, 'intake', '0007_progress_of_files', '2026-11-23 10:35:38.257925+00'),
	(78, 'intake', '0008_days_of_sheets', '2026-11-23 10:35:38.354636+00'),
	(79, 'intake', '0009_waiting_notes_are_counted', '2026-11-23 10:35:38.398365+00'),
	(80, 'intake', '0010_mended_table_notes', '2026-11-23 10:35:38.847927+00'),
	(81, 'intake', '0011_numbers_of_files', '2026-11-23 10:35:38.948068+00'),
	(82, 'intake', '0012_rounds_held_elsewhere_are_marked', '2026-11-23 10:35:38.951897+00'),
	(83, 'intake', '0013_what_stands_no_more_is_told', '2026-11-23 10:35:39.034214+00'),
	(84, 'launch', '0001_initial', '2026-11-23 10:35:39.285338+00'),
	(85, 'launch', '0002_released_packs_stand', '2026-11-23 10:35:39.288563+00'),
	(86, 'launch', '0003_failures_are_shown', '2026-11-23 10:35:39.63788+00'),
	(87, 'material', '0001_initial', '2026-11-23 10:35:40.447153+00'),
	(88, 'material', '0002_translations_beside_comments', '2026-11-23 10:35:40.594509+00'),
	(89, 'material', '0003_failures_are_told', '2026-11-23 10:35:40.720544+00'),
	(90, 'material', '0004_themes_are_undone', '2026-11-23 10:35:40.827996+00'),
	(91, 'material', '0005_themes_have_their_own_field', '2026-11-23 10:35:40.960436+00'),
	(92, 'mfa', '0001_initial', '2026-11-23 10:35:41.2285+00'),
	(93, 'mfa', '0002_authenticator_timestamps', '2026-11-23 10:35:41.320469+00'),
	(94, 'mfa', '0003_authenticator_type_uniq', '2026-11-23 10:35:41.462632+00'),
	(95, 'moderation', '0003_marks_that_nobody_can_type', '2026-11-23 10:35:41.545495+00'),
	(96, 'notices', '0001_initial', '2026-11-23 10:35:41.65208+00'),
	(97, 'notices', '0002_held_until_undo', '2026-11-23 10:35:41.709741+00'),
	(98, 'transfers', '0001_initial', '2026-11-23 10:35:42.368046+00'),
	(99, 'transfers', '0002_correction_waits_for_approval', '2026-11-23 10:35:42.511855+00'),
	(100, 'transfers', '0003_drafts_like_those_of_answers', '2026-11-23 10:35:42.655929+00'),
	(101, 'transfers', '0004_who_wrote_and_asked', '2026-11-23 10:35:42.858226+00'),
	(102, 'transfers', '0005_one_who_saved_last', '2026-11-23 10:35:42.940957+00'),
	(103, 'transfers', '0006_answers_from_outside', '2026-11-23 10:35:43.001349+00'),
	(104, 'transfers', '0007_former_days_of_answers', '2026-11-23 10:35:43.019764+00'),
	(105, 'transfers', '0008_answered_together', '2026-11-23 10:35:43.100516+00'),
	(106, 'transfers', '0009_answers_taken_back', '2026-11-23 10:35:43.113454+00'),
	(107, 'reports', '0001_initial', '2026-11-23 10:35:43.70399+00'),
	(108, 'reports', '0002_published_reports_stand', '2026-11-23 10:35:43.709975+00'),
	(109, 'reports', '0003_practices', '2026-11-23 10:35:43.809314+00'),
	(110, 'reports', '0004_figures_of_a_draft', '2026-11-23 10:35:43.846655+00'),
	(111, 'reports', '0005_annex_of_a_version', '2026-11-23 10:35:43.94413+00'),
	(112, 'reports', '0006_one_chain_of_groups', '2026-11-23 10:35:44.028998+00'),
	(113, 'people', '0002_sessions_and_limits', '2026-11-23 10:35:44.093241+00'),
	(114, 'people', '0003_counts_of_tries_need_no_journal', '2026-11-23 10:35:44.106421+00'),
	(115, 'open_data', '0001_initial', '2026-11-23 10:35:44.200934+00'),
	(116, 'open_data', '0002_brought_requests', '2026-11-23 10:35:44.292803+00'),
	(117, 'open_data', '0003_seen_deeds', '2026-11-23 10:35:44.493204+00'),
	(118, 'open_data', '0004_what_was_read', '2026-11-23 10:35:44.570737+00'),
	(119, 'open_data', '0005_requests_outlive_drafts', '2026-11-23 10:35:44.802041+00'),
	(120, 'open_data', '0006_changes_are_noted', '2026-11-23 10:35:44.939792+00'),
	(121, 'open_data', '0007_final_answers_are_noted', '2026-11-23 10:35:44.95023+00'),
	(122, 'open_data', '0008_keys_are_addresses', '2026-11-23 10:35:45.012199+00'),
	(123, 'open_data', '0009_claimed_comments_are_noted', '2026-11-23 10:35:45.0166+00'),
	(124, 'open_data', '0010_words_of_answers_are_noted', '2026-11-23 10:35:45.021968+00'),
	(125, 'open_data', '0011_drafts_elsewhere_change_nothing', '2026-11-23 10:35:45.029416+00'),
	(126, 'open_data', '0012_brought_files_are_noted', '2026-11-23 10:35:45.033045+00'),
	(127, 'open_data', '0013_names_of_authorities_are_noted', '2026-11-23 10:35:45.035661+00'),
	(128, 'open_data', '0014_translations_are_noted', '2026-11-23 10:35:45.038759+00'),
	(129, 'open_data', '0015_what_was_taken_away', '2026-11-23 10:35:45.118351+00'),
	(130, 'outcomes', '0001_initial', '2026-11-23 10:35:45.80941+00'),
	(131, 'outcomes', '0002_owner_name_in_each_language', '2026-11-23 10:35:46.31783+00'),
	(132, 'outcomes', '0003_owner_is_the_person_named', '2026-11-23 10:35:46.406228+00'),
	(133, 'outcomes', '0004_former_promises', '2026-11-23 10:35:46.499455+00'),
	(134, 'outcomes', '0005_first_promised_day', '2026-11-23 10:35:46.707833+00'),
	(135, 'outcomes', '0006_done_is_told_once', '2026-11-23 10:35:47.007184+00'),
	(136, 'outcomes', '0007_who_is_reminded', '2026-11-23 10:35:47.096892+00'),
	(137, 'procrastinate', '0001_initial', '2026-11-23 10:35:47.119569+00'),
	(138, 'procrastinate', '0002_drop_started_at_column', '2026-11-23 10:35:47.123265+00'),
	(139, 'procrastinate', '0003_drop_started_at_column', '2026-11-23 10:35:47.125852+00'),
	(140, 'procrastinate', '0004_drop_procrastinate_version_table', '2026-11-23 10:35:47.12828+00'),
	(141, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2026-11-23 10:35:47.130789+00'),
	(142, 'procrastinate', '0006_fix_trigger_status_events_insert', '2026-11-23 10:35:47.13277+00'),
	(143, 'procrastinate', '0007_add_queueing_lock_column', '2026-11-23 10:35:47.135934+00'),
	(144, 'procrastinate', '0008_close_fetch_job_race_condition', '2026-11-23 10:35:47.139646+00'),
	(145, 'procrastinate', '0009_add_defer_job_function', '2026-11-23 10:35:47.142088+00'),
	(146, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2026-11-23 10:35:47.156227+00'),
	(147, 'procrastinate', '0011_add_foreign_key_index', '2026-11-23 10:35:47.162811+00'),
	(148, 'procrastinate', '0012_add_locks_to_periodic_defer', '2026-11-23 10:35:47.171741+00'),
	(149, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2026-11-23 10:35:47.174437+00'),
	(150, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2026-11-23 10:35:47.17677+00'),
	(151, 'procrastinate', '0015_add_trigger_on_job_deletion', '2026-11-23 10:35:47.179054+00'),
	(152, 'procrastinate', '0016_delete_finished_jobs', '2026-11-23 10:35:47.181091+00'),
	(153, 'procrastinate', '0017_add_checks_to_finish_job', '2026-11-23 10:35:47.18303+00'),
	(154, 'procrastinate', '0018_add_checks_to_retry_job', '2026-11-23 10:35:47.18492+00'),
	(155, 'procrastinate', '0019_fix_finish_job_compat_issue', '2026-11-23 10:35:47.18676+00'),
	(156, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2026-11-23 10:35:47.189853+00'),
	(157, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2026-11-23 10:35:47.193548+00'),
	(158, 'procrastinate', '0022_null_locks_excluded', '2026-11-23 10:35:47.195762+00'),
	(159, 'procrastinate', '0023_remove_old_finish_job_function', '2026-11-23 10:35:47.197819+00'),
	(160, 'procrastinate', '0024_job_id_bigint', '2026-11-23 10:35:47.206046+00'),
	(161, 'procrastinate', '0025_add_models', '2026-11-23 10:35:47.213622+00'),
	(162, 'procrastinate', '0026_add_job_priority', '2026-11-23 10:35:47.221358+00'),
	(163, 'procrastinate', '0027_add_periodic_job_priority', '2026-11-23 10:35:47.223946+00'),
	(164, 'procrastinate', '0028_add_cancel_states', '2026-11-23 10:35:47.236554+00'),
	(165, 'procrastinate', '0029_add_additional_params_to_retry_job', '2026-11-23 10:35:47.239438+00'),
	(166, 'procrastinate', '0030_alter_procrastinateevent_options', '2026-11-23 10:35:47.243493+00'),
	(167, 'procrastinate', '0031_add_indexes_for_fetch_job', '2026-11-23 10:35:47.248998+00'),
	(168, 'procrastinate', '0032_pre_cancel_notification', '2026-11-23 10:35:47.256853+00'),
	(169, 'procrastinate', '0033_post_cancel_notification', '2026-11-23 10:35:47.27738+00'),
	(170, 'procrastinate', '0034_pre_add_heartbeat', '2026-11-23 10:35:47.291111+00'),
	(171, 'procrastinate', '0035_post_add_heartbeat', '2026-11-23 10:35:47.293617+00'),
	(172, 'procrastinate', '0036_add_worker_model', '2026-11-23 10:35:47.300261+00'),
	(173, 'procrastinate', '0037_pre_batch_defer_jobs', '2026-11-23 10:35:47.303105+00'),
	(174, 'procrastinate', '0038_post_batch_defer_jobs', '2026-11-23 10:35:47.305891+00'),
	(175, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2026-11-23 10:35:47.3089+00'),
	(176, 'procrastinate', '0040_pre_retry_failed_job', '2026-11-23 10:35:47.3165+00'),
	(177, 'procrastinate', '0041_post_retry_failed_job', '2026-11-23 10:35:47.319639+00'),
	(178, 'reports', '0007_practices_are_changed', '2026-11-23 10:35:47.388849+00'),
	(179, 'reports', '0008_practices_within_a_section', '2026-11-23 10:35:47.446537+00'),
	(180, 'reports', '0009_files_of_practices', '2026-11-23 10:35:47.640195+00'),
	(181, 'reports', '0010_practices_without_file', '2026-11-23 10:35:48.032402+00'),
	(182, 'sessions', '0001_initial', '2026-11-23 10:35:48.043612+00'),
	(183, 'site', '0001_retention_runs_and_trail_checks', '2026-11-23 10:35:48.164052+00'),
	(184, 'site', '0002_addresses_in_one_form', '2026-11-23 10:35:48.289474+00'),
	(185, 'site', '0003_named_exports', '2026-11-23 10:35:48.410966+00'),
	(186, 'statements', '0001_initial', '2026-11-23 10:35:49.241523+00'),
	(187, 'statements', '0002_drafts_as_a_whole', '2026-11-23 10:35:49.77174+00'),
	(188, 'statements', '0003_the_whole_matter', '2026-11-23 10:35:49.969754+00'),
	(189, 'translating', '0001_initial', '2026-11-23 10:35:50.074357+00'),
	(190, 'translating', '0002_files_of_authorities', '2026-11-23 10:35:50.578491+00');


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: documents_attachment; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: documents_document; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: documents_documentdraftimport; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: documents_documentversion; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: documents_section; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: documents_section_predecessors; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: documents_sectiontext; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_batch; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_earlierround; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_entry; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_mapping; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_note; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_sheet; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_tablelink; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_tablenote; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_unsaid; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_upload; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: intake_uploadprogress; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: launch_launchpack; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: launch_launchpicture; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: launch_launchrelease; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_bulkaction; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_commenttheme; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_commentwork; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_looking; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_savedview; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_signature; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_staffnote; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_theme; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_themesuggestion; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: material_translation; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: mfa_authenticator; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: moderation_appeal; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: moderation_decision; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: moderation_mask; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: moderation_report; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: notices_letter; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: notices_notice; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: open_data_broughtrequest; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: open_data_datachange; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: open_data_export; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: outcomes_formerpromise; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: outcomes_measure; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: outcomes_measureupdate; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: outcomes_outcome; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: people_block; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: people_organisation; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: people_person; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: people_ratewindow; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: people_representation; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: people_rolegrant; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: places_area; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.places_area (id, kind, code, name, language_status, has_sami_homeland, county_id) VALUES
	(1, 'county', '01', '{"en": "East Uusimaa wellbeing services county", "fi": "Itä-Uudenmaan hyvinvointialue", "sv": "Östra Nylands välfärdsområde"}', 'bilingual', false, NULL),
	(2, 'county', '02', '{"en": "Central Uusimaa wellbeing services county", "fi": "Keski-Uudenmaan hyvinvointialue", "sv": "Mellersta Nylands välfärdsområde"}', 'fi', false, NULL),
	(3, 'county', '03', '{"en": "West Uusimaa wellbeing services county", "fi": "Länsi-Uudenmaan hyvinvointialue", "sv": "Västra Nylands välfärdsområde"}', 'bilingual', false, NULL),
	(4, 'county', '04', '{"en": "Vantaa and Kerava wellbeing services county", "fi": "Vantaan ja Keravan hyvinvointialue", "sv": "Vanda och Kervo välfärdsområde"}', 'bilingual', false, NULL),
	(5, 'county', '05', '{"en": "Southwest Finland wellbeing services county", "fi": "Varsinais-Suomen hyvinvointialue", "sv": "Egentliga Finlands välfärdsområde"}', 'bilingual', false, NULL),
	(6, 'county', '06', '{"en": "Satakunta wellbeing services county", "fi": "Satakunnan hyvinvointialue", "sv": "Satakunta välfärdsområde"}', 'fi', false, NULL),
	(7, 'county', '07', '{"en": "Kanta-Häme wellbeing services county", "fi": "Kanta-Hämeen hyvinvointialue", "sv": "Egentliga Tavastlands välfärdsområde"}', 'fi', false, NULL),
	(8, 'county', '08', '{"en": "Pirkanmaa wellbeing services county", "fi": "Pirkanmaan hyvinvointialue", "sv": "Birkalands välfärdsområde"}', 'fi', false, NULL),
	(9, 'county', '09', '{"en": "Päijät-Häme wellbeing services county", "fi": "Päijät-Hämeen hyvinvointialue", "sv": "Päijänne-Tavastlands välfärdsområde"}', 'fi', false, NULL),
	(10, 'county', '10', '{"en": "Kymenlaakso wellbeing services county", "fi": "Kymenlaakson hyvinvointialue", "sv": "Kymmenedalens välfärdsområde"}', 'bilingual', false, NULL),
	(11, 'county', '11', '{"en": "South Karelia wellbeing services county", "fi": "Etelä-Karjalan hyvinvointialue", "sv": "Södra Karelens välfärdsområde"}', 'fi', false, NULL),
	(12, 'county', '12', '{"en": "South Savo wellbeing services county", "fi": "Etelä-Savon hyvinvointialue", "sv": "Södra Savolax välfärdsområde"}', 'fi', false, NULL),
	(13, 'county', '13', '{"en": "North Savo wellbeing services county", "fi": "Pohjois-Savon hyvinvointialue", "sv": "Norra Savolax välfärdsområde"}', 'fi', false, NULL),
	(14, 'county', '14', '{"en": "North Karelia wellbeing services county", "fi": "Pohjois-Karjalan hyvinvointialue", "sv": "Norra Karelens välfärdsområde"}', 'fi', false, NULL),
	(15, 'county', '15', '{"en": "Central Finland wellbeing services county", "fi": "Keski-Suomen hyvinvointialue", "sv": "Mellersta Finlands välfärdsområde"}', 'fi', false, NULL),
	(16, 'county', '16', '{"en": "South Ostrobothnia wellbeing services county", "fi": "Etelä-Pohjanmaan hyvinvointialue", "sv": "Södra Österbottens välfärdsområde"}', 'fi', false, NULL),
	(17, 'county', '17', '{"en": "Ostrobothnia wellbeing services county", "fi": "Pohjanmaan hyvinvointialue", "sv": "Österbottens välfärdsområde"}', 'bilingual', false, NULL),
	(18, 'county', '18', '{"en": "Central Ostrobothnia wellbeing services county", "fi": "Keski-Pohjanmaan hyvinvointialue", "sv": "Mellersta Österbottens välfärdsområde"}', 'bilingual', false, NULL),
	(19, 'county', '19', '{"en": "North Ostrobothnia wellbeing services county", "fi": "Pohjois-Pohjanmaan hyvinvointialue", "sv": "Norra Österbottens välfärdsområde"}', 'fi', false, NULL),
	(20, 'county', '20', '{"en": "Kainuu wellbeing services county", "fi": "Kainuun hyvinvointialue", "sv": "Kajanalands välfärdsområde"}', 'fi', false, NULL),
	(21, 'county', '21', '{"en": "Lapland wellbeing services county", "fi": "Lapin hyvinvointialue", "sv": "Lapplands välfärdsområde"}', 'fi', true, NULL),
	(22, 'city', '90', '{"en": "City of Helsinki", "fi": "Helsingin kaupunki", "sv": "Helsingfors stad"}', 'bilingual', false, NULL),
	(23, 'aland', '91', '{"en": "Åland", "fi": "Ahvenanmaa", "sv": "Åland"}', 'sv', false, NULL),
	(24, 'municipality', '005', '{"en": "Alajärvi", "fi": "Alajärvi", "sv": "Alajärvi"}', 'fi', false, 16),
	(25, 'municipality', '009', '{"en": "Alavieska", "fi": "Alavieska", "sv": "Alavieska"}', 'fi', false, 19),
	(26, 'municipality', '010', '{"en": "Alavus", "fi": "Alavus", "sv": "Alavo"}', 'fi', false, 16),
	(27, 'municipality', '016', '{"en": "Asikkala", "fi": "Asikkala", "sv": "Asikkala"}', 'fi', false, 9),
	(28, 'municipality', '018', '{"en": "Askola", "fi": "Askola", "sv": "Askola"}', 'fi', false, 1),
	(29, 'municipality', '019', '{"en": "Aura", "fi": "Aura", "sv": "Aura"}', 'fi', false, 5),
	(30, 'municipality', '020', '{"en": "Akaa", "fi": "Akaa", "sv": "Ackas"}', 'fi', false, 8),
	(31, 'municipality', '035', '{"en": "Brändö", "fi": "Brändö", "sv": "Brändö"}', 'sv', false, 23),
	(32, 'municipality', '043', '{"en": "Eckerö", "fi": "Eckerö", "sv": "Eckerö"}', 'sv', false, 23),
	(33, 'municipality', '046', '{"en": "Enonkoski", "fi": "Enonkoski", "sv": "Enonkoski"}', 'fi', false, 12),
	(34, 'municipality', '047', '{"en": "Enontekiö", "fi": "Enontekiö", "sv": "Enontekis"}', 'fi', true, 21),
	(35, 'municipality', '049', '{"en": "Espoo", "fi": "Espoo", "sv": "Esbo"}', 'bilingual', false, 3),
	(36, 'municipality', '050', '{"en": "Eura", "fi": "Eura", "sv": "Eura"}', 'fi', false, 6),
	(37, 'municipality', '051', '{"en": "Eurajoki", "fi": "Eurajoki", "sv": "Euraåminne"}', 'fi', false, 6),
	(38, 'municipality', '052', '{"en": "Evijärvi", "fi": "Evijärvi", "sv": "Evijärvi"}', 'fi', false, 16),
	(39, 'municipality', '060', '{"en": "Finström", "fi": "Finström", "sv": "Finström"}', 'sv', false, 23),
	(40, 'municipality', '061', '{"en": "Forssa", "fi": "Forssa", "sv": "Forssa"}', 'fi', false, 7),
	(41, 'municipality', '062', '{"en": "Föglö", "fi": "Föglö", "sv": "Föglö"}', 'sv', false, 23),
	(42, 'municipality', '065', '{"en": "Geta", "fi": "Geta", "sv": "Geta"}', 'sv', false, 23),
	(43, 'municipality', '069', '{"en": "Haapajärvi", "fi": "Haapajärvi", "sv": "Haapajärvi"}', 'fi', false, 19),
	(44, 'municipality', '071', '{"en": "Haapavesi", "fi": "Haapavesi", "sv": "Haapavesi"}', 'fi', false, 19),
	(45, 'municipality', '072', '{"en": "Hailuoto", "fi": "Hailuoto", "sv": "Karlö"}', 'fi', false, 19),
	(46, 'municipality', '074', '{"en": "Halsua", "fi": "Halsua", "sv": "Halso"}', 'fi', false, 18),
	(47, 'municipality', '075', '{"en": "Hamina", "fi": "Hamina", "sv": "Fredrikshamn"}', 'fi', false, 10),
	(48, 'municipality', '076', '{"en": "Hammarland", "fi": "Hammarland", "sv": "Hammarland"}', 'sv', false, 23),
	(49, 'municipality', '077', '{"en": "Hankasalmi", "fi": "Hankasalmi", "sv": "Hankasalmi"}', 'fi', false, 15),
	(50, 'municipality', '078', '{"en": "Hanko", "fi": "Hanko", "sv": "Hangö"}', 'bilingual', false, 3),
	(51, 'municipality', '079', '{"en": "Harjavalta", "fi": "Harjavalta", "sv": "Harjavalta"}', 'fi', false, 6),
	(52, 'municipality', '081', '{"en": "Hartola", "fi": "Hartola", "sv": "Gustav Adolfs"}', 'fi', false, 9),
	(53, 'municipality', '082', '{"en": "Hattula", "fi": "Hattula", "sv": "Hattula"}', 'fi', false, 7),
	(54, 'municipality', '086', '{"en": "Hausjärvi", "fi": "Hausjärvi", "sv": "Hausjärvi"}', 'fi', false, 7),
	(55, 'municipality', '090', '{"en": "Heinävesi", "fi": "Heinävesi", "sv": "Heinävesi"}', 'fi', false, 14),
	(56, 'municipality', '091', '{"en": "Helsinki", "fi": "Helsinki", "sv": "Helsingfors"}', 'bilingual', false, 22),
	(57, 'municipality', '092', '{"en": "Vantaa", "fi": "Vantaa", "sv": "Vanda"}', 'bilingual', false, 4),
	(58, 'municipality', '097', '{"en": "Hirvensalmi", "fi": "Hirvensalmi", "sv": "Hirvensalmi"}', 'fi', false, 12),
	(59, 'municipality', '098', '{"en": "Hollola", "fi": "Hollola", "sv": "Hollola"}', 'fi', false, 9),
	(60, 'municipality', '102', '{"en": "Huittinen", "fi": "Huittinen", "sv": "Vittis"}', 'fi', false, 6),
	(61, 'municipality', '103', '{"en": "Humppila", "fi": "Humppila", "sv": "Humppila"}', 'fi', false, 7),
	(62, 'municipality', '105', '{"en": "Hyrynsalmi", "fi": "Hyrynsalmi", "sv": "Hyrynsalmi"}', 'fi', false, 20),
	(63, 'municipality', '106', '{"en": "Hyvinkää", "fi": "Hyvinkää", "sv": "Hyvinge"}', 'fi', false, 2),
	(64, 'municipality', '108', '{"en": "Hämeenkyrö", "fi": "Hämeenkyrö", "sv": "Tavastkyro"}', 'fi', false, 8),
	(65, 'municipality', '109', '{"en": "Hämeenlinna", "fi": "Hämeenlinna", "sv": "Tavastehus"}', 'fi', false, 7),
	(66, 'municipality', '111', '{"en": "Heinola", "fi": "Heinola", "sv": "Heinola"}', 'fi', false, 9),
	(67, 'municipality', '139', '{"en": "Ii", "fi": "Ii", "sv": "Ijo"}', 'fi', false, 19),
	(68, 'municipality', '140', '{"en": "Iisalmi", "fi": "Iisalmi", "sv": "Idensalmi"}', 'fi', false, 13),
	(69, 'municipality', '142', '{"en": "Iitti", "fi": "Iitti", "sv": "Itis"}', 'fi', false, 9),
	(70, 'municipality', '143', '{"en": "Ikaalinen", "fi": "Ikaalinen", "sv": "Ikalis"}', 'fi', false, 8),
	(71, 'municipality', '145', '{"en": "Ilmajoki", "fi": "Ilmajoki", "sv": "Ilmola"}', 'fi', false, 16),
	(72, 'municipality', '146', '{"en": "Ilomantsi", "fi": "Ilomantsi", "sv": "Ilomants"}', 'fi', false, 14),
	(73, 'municipality', '148', '{"en": "Inari", "fi": "Inari", "sv": "Enare"}', 'fi', true, 21),
	(74, 'municipality', '149', '{"en": "Ingå", "fi": "Inkoo", "sv": "Ingå"}', 'bilingual', false, 3),
	(75, 'municipality', '151', '{"en": "Isojoki", "fi": "Isojoki", "sv": "Storå"}', 'fi', false, 16),
	(76, 'municipality', '152', '{"en": "Isokyrö", "fi": "Isokyrö", "sv": "Storkyro"}', 'fi', false, 16),
	(77, 'municipality', '153', '{"en": "Imatra", "fi": "Imatra", "sv": "Imatra"}', 'fi', false, 11),
	(78, 'municipality', '165', '{"en": "Janakkala", "fi": "Janakkala", "sv": "Janakkala"}', 'fi', false, 7),
	(79, 'municipality', '167', '{"en": "Joensuu", "fi": "Joensuu", "sv": "Joensuu"}', 'fi', false, 14),
	(80, 'municipality', '169', '{"en": "Jokioinen", "fi": "Jokioinen", "sv": "Jockis"}', 'fi', false, 7),
	(81, 'municipality', '170', '{"en": "Jomala", "fi": "Jomala", "sv": "Jomala"}', 'sv', false, 23),
	(82, 'municipality', '171', '{"en": "Joroinen", "fi": "Joroinen", "sv": "Jorois"}', 'fi', false, 13),
	(83, 'municipality', '172', '{"en": "Joutsa", "fi": "Joutsa", "sv": "Joutsa"}', 'fi', false, 15),
	(84, 'municipality', '176', '{"en": "Juuka", "fi": "Juuka", "sv": "Juga"}', 'fi', false, 14),
	(85, 'municipality', '177', '{"en": "Juupajoki", "fi": "Juupajoki", "sv": "Juupajoki"}', 'fi', false, 8),
	(86, 'municipality', '178', '{"en": "Juva", "fi": "Juva", "sv": "Juva"}', 'fi', false, 12),
	(87, 'municipality', '179', '{"en": "Jyväskylä", "fi": "Jyväskylä", "sv": "Jyväskylä"}', 'fi', false, 15),
	(88, 'municipality', '181', '{"en": "Jämijärvi", "fi": "Jämijärvi", "sv": "Jämijärvi"}', 'fi', false, 6),
	(89, 'municipality', '182', '{"en": "Jämsä", "fi": "Jämsä", "sv": "Jämsä"}', 'fi', false, 15),
	(90, 'municipality', '186', '{"en": "Järvenpää", "fi": "Järvenpää", "sv": "Träskända"}', 'fi', false, 2),
	(91, 'municipality', '202', '{"en": "Kaarina", "fi": "Kaarina", "sv": "S:t Karins"}', 'fi', false, 5),
	(92, 'municipality', '204', '{"en": "Kaavi", "fi": "Kaavi", "sv": "Kaavi"}', 'fi', false, 13),
	(93, 'municipality', '205', '{"en": "Kajaani", "fi": "Kajaani", "sv": "Kajana"}', 'fi', false, 20),
	(94, 'municipality', '208', '{"en": "Kalajoki", "fi": "Kalajoki", "sv": "Kalajoki"}', 'fi', false, 19),
	(95, 'municipality', '211', '{"en": "Kangasala", "fi": "Kangasala", "sv": "Kangasala"}', 'fi', false, 8),
	(96, 'municipality', '213', '{"en": "Kangasniemi", "fi": "Kangasniemi", "sv": "Kangasniemi"}', 'fi', false, 12),
	(97, 'municipality', '214', '{"en": "Kankaanpää", "fi": "Kankaanpää", "sv": "Kankaanpää"}', 'fi', false, 6),
	(98, 'municipality', '216', '{"en": "Kannonkoski", "fi": "Kannonkoski", "sv": "Kannonkoski"}', 'fi', false, 15),
	(99, 'municipality', '217', '{"en": "Kannus", "fi": "Kannus", "sv": "Kannus"}', 'fi', false, 18),
	(100, 'municipality', '218', '{"en": "Karijoki", "fi": "Karijoki", "sv": "Bötom"}', 'fi', false, 16),
	(101, 'municipality', '224', '{"en": "Karkkila", "fi": "Karkkila", "sv": "Högfors"}', 'fi', false, 3),
	(102, 'municipality', '226', '{"en": "Karstula", "fi": "Karstula", "sv": "Karstula"}', 'fi', false, 15),
	(103, 'municipality', '230', '{"en": "Karvia", "fi": "Karvia", "sv": "Karvia"}', 'fi', false, 6),
	(104, 'municipality', '231', '{"en": "Kaskinen", "fi": "Kaskinen", "sv": "Kaskö"}', 'bilingual', false, 17),
	(105, 'municipality', '232', '{"en": "Kauhajoki", "fi": "Kauhajoki", "sv": "Kauhajoki"}', 'fi', false, 16),
	(106, 'municipality', '233', '{"en": "Kauhava", "fi": "Kauhava", "sv": "Kauhava"}', 'fi', false, 16),
	(107, 'municipality', '235', '{"en": "Kauniainen", "fi": "Kauniainen", "sv": "Grankulla"}', 'bilingual', false, 3),
	(108, 'municipality', '236', '{"en": "Kaustinen", "fi": "Kaustinen", "sv": "Kaustby"}', 'fi', false, 18),
	(109, 'municipality', '239', '{"en": "Keitele", "fi": "Keitele", "sv": "Keitele"}', 'fi', false, 13),
	(110, 'municipality', '240', '{"en": "Kemi", "fi": "Kemi", "sv": "Kemi"}', 'fi', false, 21),
	(111, 'municipality', '241', '{"en": "Keminmaa", "fi": "Keminmaa", "sv": "Keminmaa"}', 'fi', false, 21),
	(112, 'municipality', '244', '{"en": "Kempele", "fi": "Kempele", "sv": "Kempele"}', 'fi', false, 19),
	(113, 'municipality', '245', '{"en": "Kerava", "fi": "Kerava", "sv": "Kervo"}', 'fi', false, 4),
	(114, 'municipality', '249', '{"en": "Keuruu", "fi": "Keuruu", "sv": "Keuru"}', 'fi', false, 15),
	(115, 'municipality', '250', '{"en": "Kihniö", "fi": "Kihniö", "sv": "Kihniö"}', 'fi', false, 8),
	(116, 'municipality', '256', '{"en": "Kinnula", "fi": "Kinnula", "sv": "Kinnula"}', 'fi', false, 15),
	(117, 'municipality', '257', '{"en": "Kirkkonummi", "fi": "Kirkkonummi", "sv": "Kyrkslätt"}', 'bilingual', false, 3),
	(118, 'municipality', '260', '{"en": "Kitee", "fi": "Kitee", "sv": "Kides"}', 'fi', false, 14),
	(119, 'municipality', '261', '{"en": "Kittilä", "fi": "Kittilä", "sv": "Kittilä"}', 'fi', false, 21),
	(120, 'municipality', '263', '{"en": "Kiuruvesi", "fi": "Kiuruvesi", "sv": "Kiuruvesi"}', 'fi', false, 13),
	(121, 'municipality', '265', '{"en": "Kivijärvi", "fi": "Kivijärvi", "sv": "Kivijärvi"}', 'fi', false, 15),
	(122, 'municipality', '271', '{"en": "Kokemäki", "fi": "Kokemäki", "sv": "Kumo"}', 'fi', false, 6),
	(123, 'municipality', '272', '{"en": "Kokkola", "fi": "Kokkola", "sv": "Karleby"}', 'bilingual', false, 18),
	(124, 'municipality', '273', '{"en": "Kolari", "fi": "Kolari", "sv": "Kolari"}', 'fi', false, 21),
	(125, 'municipality', '275', '{"en": "Konnevesi", "fi": "Konnevesi", "sv": "Konnevesi"}', 'fi', false, 15),
	(126, 'municipality', '276', '{"en": "Kontiolahti", "fi": "Kontiolahti", "sv": "Kontiolax"}', 'fi', false, 14),
	(127, 'municipality', '280', '{"en": "Korsnäs", "fi": "Korsnäs", "sv": "Korsnäs"}', 'bilingual', false, 17),
	(128, 'municipality', '284', '{"en": "Koski Tl", "fi": "Koski Tl", "sv": "Koskis"}', 'fi', false, 5),
	(129, 'municipality', '285', '{"en": "Kotka", "fi": "Kotka", "sv": "Kotka"}', 'fi', false, 10),
	(130, 'municipality', '286', '{"en": "Kouvola", "fi": "Kouvola", "sv": "Kouvola"}', 'fi', false, 10),
	(131, 'municipality', '287', '{"en": "Kristinestad", "fi": "Kristiinankaupunki", "sv": "Kristinestad"}', 'bilingual', false, 17),
	(132, 'municipality', '288', '{"en": "Kronoby", "fi": "Kruunupyy", "sv": "Kronoby"}', 'bilingual', false, 17),
	(133, 'municipality', '290', '{"en": "Kuhmo", "fi": "Kuhmo", "sv": "Kuhmo"}', 'fi', false, 20),
	(134, 'municipality', '291', '{"en": "Kuhmoinen", "fi": "Kuhmoinen", "sv": "Kuhmois"}', 'fi', false, 8),
	(135, 'municipality', '295', '{"en": "Kumlinge", "fi": "Kumlinge", "sv": "Kumlinge"}', 'sv', false, 23),
	(136, 'municipality', '297', '{"en": "Kuopio", "fi": "Kuopio", "sv": "Kuopio"}', 'fi', false, 13),
	(137, 'municipality', '300', '{"en": "Kuortane", "fi": "Kuortane", "sv": "Kuortane"}', 'fi', false, 16),
	(138, 'municipality', '301', '{"en": "Kurikka", "fi": "Kurikka", "sv": "Kurikka"}', 'fi', false, 16),
	(139, 'municipality', '304', '{"en": "Kustavi", "fi": "Kustavi", "sv": "Gustavs"}', 'fi', false, 5),
	(140, 'municipality', '305', '{"en": "Kuusamo", "fi": "Kuusamo", "sv": "Kuusamo"}', 'fi', false, 19),
	(141, 'municipality', '309', '{"en": "Outokumpu", "fi": "Outokumpu", "sv": "Outokumpu"}', 'fi', false, 14),
	(142, 'municipality', '312', '{"en": "Kyyjärvi", "fi": "Kyyjärvi", "sv": "Kyyjärvi"}', 'fi', false, 15),
	(143, 'municipality', '316', '{"en": "Kärkölä", "fi": "Kärkölä", "sv": "Kärkölä"}', 'fi', false, 9),
	(144, 'municipality', '317', '{"en": "Kärsämäki", "fi": "Kärsämäki", "sv": "Kärsämäki"}', 'fi', false, 19),
	(145, 'municipality', '318', '{"en": "Kökar", "fi": "Kökar", "sv": "Kökar"}', 'sv', false, 23),
	(146, 'municipality', '320', '{"en": "Kemijärvi", "fi": "Kemijärvi", "sv": "Kemijärvi"}', 'fi', false, 21),
	(147, 'municipality', '322', '{"en": "Kimitoön", "fi": "Kemiönsaari", "sv": "Kimitoön"}', 'bilingual', false, 5),
	(148, 'municipality', '398', '{"en": "Lahti", "fi": "Lahti", "sv": "Lahtis"}', 'fi', false, 9),
	(149, 'municipality', '399', '{"en": "Laihia", "fi": "Laihia", "sv": "Laihela"}', 'fi', false, 17),
	(150, 'municipality', '400', '{"en": "Laitila", "fi": "Laitila", "sv": "Letala"}', 'fi', false, 5),
	(151, 'municipality', '402', '{"en": "Lapinlahti", "fi": "Lapinlahti", "sv": "Lapinlahti"}', 'fi', false, 13),
	(152, 'municipality', '403', '{"en": "Lappajärvi", "fi": "Lappajärvi", "sv": "Lappajärvi"}', 'fi', false, 16),
	(153, 'municipality', '405', '{"en": "Lappeenranta", "fi": "Lappeenranta", "sv": "Villmanstrand"}', 'fi', false, 11),
	(154, 'municipality', '407', '{"en": "Lapinjärvi", "fi": "Lapinjärvi", "sv": "Lappträsk"}', 'bilingual', false, 1),
	(155, 'municipality', '408', '{"en": "Lapua", "fi": "Lapua", "sv": "Lappo"}', 'fi', false, 16),
	(156, 'municipality', '410', '{"en": "Laukaa", "fi": "Laukaa", "sv": "Laukas"}', 'fi', false, 15),
	(157, 'municipality', '416', '{"en": "Lemi", "fi": "Lemi", "sv": "Lemi"}', 'fi', false, 11),
	(158, 'municipality', '417', '{"en": "Lemland", "fi": "Lemland", "sv": "Lemland"}', 'sv', false, 23),
	(159, 'municipality', '418', '{"en": "Lempäälä", "fi": "Lempäälä", "sv": "Lempäälä"}', 'fi', false, 8),
	(160, 'municipality', '420', '{"en": "Leppävirta", "fi": "Leppävirta", "sv": "Leppävirta"}', 'fi', false, 13),
	(161, 'municipality', '421', '{"en": "Lestijärvi", "fi": "Lestijärvi", "sv": "Lestijärvi"}', 'fi', false, 18),
	(162, 'municipality', '422', '{"en": "Lieksa", "fi": "Lieksa", "sv": "Lieksa"}', 'fi', false, 14),
	(163, 'municipality', '423', '{"en": "Lieto", "fi": "Lieto", "sv": "Lundo"}', 'fi', false, 5),
	(164, 'municipality', '425', '{"en": "Liminka", "fi": "Liminka", "sv": "Limingo"}', 'fi', false, 19),
	(165, 'municipality', '426', '{"en": "Liperi", "fi": "Liperi", "sv": "Libelits"}', 'fi', false, 14),
	(166, 'municipality', '430', '{"en": "Loimaa", "fi": "Loimaa", "sv": "Loimaa"}', 'fi', false, 5),
	(167, 'municipality', '433', '{"en": "Loppi", "fi": "Loppi", "sv": "Loppi"}', 'fi', false, 7),
	(168, 'municipality', '434', '{"en": "Loviisa", "fi": "Loviisa", "sv": "Lovisa"}', 'bilingual', false, 1),
	(169, 'municipality', '435', '{"en": "Luhanka", "fi": "Luhanka", "sv": "Luhanka"}', 'fi', false, 15),
	(170, 'municipality', '436', '{"en": "Lumijoki", "fi": "Lumijoki", "sv": "Lumijoki"}', 'fi', false, 19),
	(171, 'municipality', '438', '{"en": "Lumparland", "fi": "Lumparland", "sv": "Lumparland"}', 'sv', false, 23),
	(172, 'municipality', '440', '{"en": "Larsmo", "fi": "Luoto", "sv": "Larsmo"}', 'bilingual', false, 17),
	(173, 'municipality', '441', '{"en": "Luumäki", "fi": "Luumäki", "sv": "Luumäki"}', 'fi', false, 11),
	(174, 'municipality', '444', '{"en": "Lohja", "fi": "Lohja", "sv": "Lojo"}', 'bilingual', false, 3),
	(175, 'municipality', '445', '{"en": "Pargas", "fi": "Parainen", "sv": "Pargas"}', 'bilingual', false, 5),
	(176, 'municipality', '475', '{"en": "Malax", "fi": "Maalahti", "sv": "Malax"}', 'bilingual', false, 17),
	(177, 'municipality', '478', '{"en": "Mariehamn", "fi": "Maarianhamina", "sv": "Mariehamn"}', 'sv', false, 23),
	(178, 'municipality', '480', '{"en": "Marttila", "fi": "Marttila", "sv": "S:t Mårtens"}', 'fi', false, 5),
	(179, 'municipality', '481', '{"en": "Masku", "fi": "Masku", "sv": "Masku"}', 'fi', false, 5),
	(180, 'municipality', '483', '{"en": "Merijärvi", "fi": "Merijärvi", "sv": "Merijärvi"}', 'fi', false, 19),
	(181, 'municipality', '484', '{"en": "Merikarvia", "fi": "Merikarvia", "sv": "Sastmola"}', 'fi', false, 6),
	(182, 'municipality', '489', '{"en": "Miehikkälä", "fi": "Miehikkälä", "sv": "Miehikkälä"}', 'fi', false, 10),
	(183, 'municipality', '491', '{"en": "Mikkeli", "fi": "Mikkeli", "sv": "S:t Michel"}', 'fi', false, 12),
	(184, 'municipality', '494', '{"en": "Muhos", "fi": "Muhos", "sv": "Muhos"}', 'fi', false, 19),
	(185, 'municipality', '495', '{"en": "Multia", "fi": "Multia", "sv": "Multia"}', 'fi', false, 15),
	(186, 'municipality', '498', '{"en": "Muonio", "fi": "Muonio", "sv": "Muonio"}', 'fi', false, 21),
	(187, 'municipality', '499', '{"en": "Korsholm", "fi": "Mustasaari", "sv": "Korsholm"}', 'bilingual', false, 17),
	(188, 'municipality', '500', '{"en": "Muurame", "fi": "Muurame", "sv": "Muurame"}', 'fi', false, 15),
	(189, 'municipality', '503', '{"en": "Mynämäki", "fi": "Mynämäki", "sv": "Virmo"}', 'fi', false, 5),
	(190, 'municipality', '504', '{"en": "Myrskylä", "fi": "Myrskylä", "sv": "Mörskom"}', 'bilingual', false, 1),
	(191, 'municipality', '505', '{"en": "Mäntsälä", "fi": "Mäntsälä", "sv": "Mäntsälä"}', 'fi', false, 2),
	(192, 'municipality', '507', '{"en": "Mäntyharju", "fi": "Mäntyharju", "sv": "Mäntyharju"}', 'fi', false, 12),
	(193, 'municipality', '508', '{"en": "Mänttä-Vilppula", "fi": "Mänttä-Vilppula", "sv": "Mänttä-Vilppula"}', 'fi', false, 8),
	(194, 'municipality', '529', '{"en": "Naantali", "fi": "Naantali", "sv": "Nådendal"}', 'fi', false, 5),
	(195, 'municipality', '531', '{"en": "Nakkila", "fi": "Nakkila", "sv": "Nakkila"}', 'fi', false, 6),
	(196, 'municipality', '535', '{"en": "Nivala", "fi": "Nivala", "sv": "Nivala"}', 'fi', false, 19),
	(197, 'municipality', '536', '{"en": "Nokia", "fi": "Nokia", "sv": "Nokia"}', 'fi', false, 8),
	(198, 'municipality', '538', '{"en": "Nousiainen", "fi": "Nousiainen", "sv": "Nousis"}', 'fi', false, 5),
	(199, 'municipality', '541', '{"en": "Nurmes", "fi": "Nurmes", "sv": "Nurmes"}', 'fi', false, 14),
	(200, 'municipality', '543', '{"en": "Nurmijärvi", "fi": "Nurmijärvi", "sv": "Nurmijärvi"}', 'fi', false, 2),
	(201, 'municipality', '545', '{"en": "Närpes", "fi": "Närpiö", "sv": "Närpes"}', 'bilingual', false, 17),
	(202, 'municipality', '560', '{"en": "Orimattila", "fi": "Orimattila", "sv": "Orimattila"}', 'fi', false, 9),
	(203, 'municipality', '561', '{"en": "Oripää", "fi": "Oripää", "sv": "Oripää"}', 'fi', false, 5),
	(204, 'municipality', '562', '{"en": "Orivesi", "fi": "Orivesi", "sv": "Orivesi"}', 'fi', false, 8),
	(205, 'municipality', '563', '{"en": "Oulainen", "fi": "Oulainen", "sv": "Oulainen"}', 'fi', false, 19),
	(206, 'municipality', '564', '{"en": "Oulu", "fi": "Oulu", "sv": "Uleåborg"}', 'fi', false, 19),
	(207, 'municipality', '576', '{"en": "Padasjoki", "fi": "Padasjoki", "sv": "Padasjoki"}', 'fi', false, 9),
	(208, 'municipality', '577', '{"en": "Paimio", "fi": "Paimio", "sv": "Pemar"}', 'fi', false, 5),
	(209, 'municipality', '578', '{"en": "Paltamo", "fi": "Paltamo", "sv": "Paltamo"}', 'fi', false, 20),
	(210, 'municipality', '580', '{"en": "Parikkala", "fi": "Parikkala", "sv": "Parikkala"}', 'fi', false, 11),
	(211, 'municipality', '581', '{"en": "Parkano", "fi": "Parkano", "sv": "Parkano"}', 'fi', false, 8),
	(212, 'municipality', '583', '{"en": "Pelkosenniemi", "fi": "Pelkosenniemi", "sv": "Pelkosenniemi"}', 'fi', false, 21),
	(213, 'municipality', '584', '{"en": "Perho", "fi": "Perho", "sv": "Perho"}', 'fi', false, 18),
	(214, 'municipality', '592', '{"en": "Petäjävesi", "fi": "Petäjävesi", "sv": "Petäjävesi"}', 'fi', false, 15),
	(215, 'municipality', '593', '{"en": "Pieksämäki", "fi": "Pieksämäki", "sv": "Pieksämäki"}', 'fi', false, 12),
	(216, 'municipality', '595', '{"en": "Pielavesi", "fi": "Pielavesi", "sv": "Pielavesi"}', 'fi', false, 13),
	(217, 'municipality', '598', '{"en": "Jakobstad", "fi": "Pietarsaari", "sv": "Jakobstad"}', 'bilingual', false, 17),
	(218, 'municipality', '599', '{"en": "Pedersöre", "fi": "Pedersören kunta", "sv": "Pedersöre"}', 'bilingual', false, 17),
	(219, 'municipality', '601', '{"en": "Pihtipudas", "fi": "Pihtipudas", "sv": "Pihtipudas"}', 'fi', false, 15),
	(220, 'municipality', '604', '{"en": "Pirkkala", "fi": "Pirkkala", "sv": "Birkala"}', 'fi', false, 8),
	(221, 'municipality', '607', '{"en": "Polvijärvi", "fi": "Polvijärvi", "sv": "Polvijärvi"}', 'fi', false, 14),
	(222, 'municipality', '608', '{"en": "Pomarkku", "fi": "Pomarkku", "sv": "Påmark"}', 'fi', false, 6),
	(223, 'municipality', '609', '{"en": "Pori", "fi": "Pori", "sv": "Björneborg"}', 'fi', false, 6),
	(224, 'municipality', '611', '{"en": "Pornainen", "fi": "Pornainen", "sv": "Borgnäs"}', 'fi', false, 2),
	(225, 'municipality', '614', '{"en": "Posio", "fi": "Posio", "sv": "Posio"}', 'fi', false, 21),
	(226, 'municipality', '615', '{"en": "Pudasjärvi", "fi": "Pudasjärvi", "sv": "Pudasjärvi"}', 'fi', false, 19),
	(227, 'municipality', '616', '{"en": "Pukkila", "fi": "Pukkila", "sv": "Pukkila"}', 'fi', false, 1),
	(228, 'municipality', '619', '{"en": "Punkalaidun", "fi": "Punkalaidun", "sv": "Punkalaidun"}', 'fi', false, 8),
	(229, 'municipality', '620', '{"en": "Puolanka", "fi": "Puolanka", "sv": "Puolanka"}', 'fi', false, 20),
	(230, 'municipality', '623', '{"en": "Puumala", "fi": "Puumala", "sv": "Puumala"}', 'fi', false, 12),
	(231, 'municipality', '624', '{"en": "Pyhtää", "fi": "Pyhtää", "sv": "Pyttis"}', 'bilingual', false, 10),
	(232, 'municipality', '625', '{"en": "Pyhäjoki", "fi": "Pyhäjoki", "sv": "Pyhäjoki"}', 'fi', false, 19),
	(233, 'municipality', '626', '{"en": "Pyhäjärvi", "fi": "Pyhäjärvi", "sv": "Pyhäjärvi"}', 'fi', false, 19),
	(234, 'municipality', '630', '{"en": "Pyhäntä", "fi": "Pyhäntä", "sv": "Pyhäntä"}', 'fi', false, 19),
	(235, 'municipality', '631', '{"en": "Pyhäranta", "fi": "Pyhäranta", "sv": "Pyhäranta"}', 'fi', false, 5),
	(236, 'municipality', '635', '{"en": "Pälkäne", "fi": "Pälkäne", "sv": "Pälkäne"}', 'fi', false, 8),
	(237, 'municipality', '636', '{"en": "Pöytyä", "fi": "Pöytyä", "sv": "Pöytyä"}', 'fi', false, 5),
	(238, 'municipality', '638', '{"en": "Porvoo", "fi": "Porvoo", "sv": "Borgå"}', 'bilingual', false, 1),
	(239, 'municipality', '678', '{"en": "Raahe", "fi": "Raahe", "sv": "Brahestad"}', 'fi', false, 19),
	(240, 'municipality', '680', '{"en": "Raisio", "fi": "Raisio", "sv": "Reso"}', 'fi', false, 5),
	(241, 'municipality', '681', '{"en": "Rantasalmi", "fi": "Rantasalmi", "sv": "Rantasalmi"}', 'fi', false, 12),
	(242, 'municipality', '683', '{"en": "Ranua", "fi": "Ranua", "sv": "Ranua"}', 'fi', false, 21),
	(243, 'municipality', '684', '{"en": "Rauma", "fi": "Rauma", "sv": "Raumo"}', 'fi', false, 6),
	(244, 'municipality', '686', '{"en": "Rautalampi", "fi": "Rautalampi", "sv": "Rautalampi"}', 'fi', false, 13),
	(245, 'municipality', '687', '{"en": "Rautavaara", "fi": "Rautavaara", "sv": "Rautavaara"}', 'fi', false, 13),
	(246, 'municipality', '689', '{"en": "Rautjärvi", "fi": "Rautjärvi", "sv": "Rautjärvi"}', 'fi', false, 11),
	(247, 'municipality', '691', '{"en": "Reisjärvi", "fi": "Reisjärvi", "sv": "Reisjärvi"}', 'fi', false, 19),
	(248, 'municipality', '694', '{"en": "Riihimäki", "fi": "Riihimäki", "sv": "Riihimäki"}', 'fi', false, 7),
	(249, 'municipality', '697', '{"en": "Ristijärvi", "fi": "Ristijärvi", "sv": "Ristijärvi"}', 'fi', false, 20),
	(250, 'municipality', '698', '{"en": "Rovaniemi", "fi": "Rovaniemi", "sv": "Rovaniemi"}', 'fi', false, 21),
	(251, 'municipality', '700', '{"en": "Ruokolahti", "fi": "Ruokolahti", "sv": "Ruokolax"}', 'fi', false, 11),
	(252, 'municipality', '702', '{"en": "Ruovesi", "fi": "Ruovesi", "sv": "Ruovesi"}', 'fi', false, 8),
	(253, 'municipality', '704', '{"en": "Rusko", "fi": "Rusko", "sv": "Rusko"}', 'fi', false, 5),
	(254, 'municipality', '707', '{"en": "Rääkkylä", "fi": "Rääkkylä", "sv": "Rääkkylä"}', 'fi', false, 14),
	(255, 'municipality', '710', '{"en": "Raseborg", "fi": "Raasepori", "sv": "Raseborg"}', 'bilingual', false, 3),
	(256, 'municipality', '729', '{"en": "Saarijärvi", "fi": "Saarijärvi", "sv": "Saarijärvi"}', 'fi', false, 15),
	(257, 'municipality', '732', '{"en": "Salla", "fi": "Salla", "sv": "Salla"}', 'fi', false, 21),
	(258, 'municipality', '734', '{"en": "Salo", "fi": "Salo", "sv": "Salo"}', 'fi', false, 5),
	(259, 'municipality', '736', '{"en": "Saltvik", "fi": "Saltvik", "sv": "Saltvik"}', 'sv', false, 23),
	(260, 'municipality', '738', '{"en": "Sauvo", "fi": "Sauvo", "sv": "Sagu"}', 'fi', false, 5),
	(261, 'municipality', '739', '{"en": "Savitaipale", "fi": "Savitaipale", "sv": "Savitaipale"}', 'fi', false, 11),
	(262, 'municipality', '740', '{"en": "Savonlinna", "fi": "Savonlinna", "sv": "Nyslott"}', 'fi', false, 12),
	(263, 'municipality', '742', '{"en": "Savukoski", "fi": "Savukoski", "sv": "Savukoski"}', 'fi', false, 21),
	(264, 'municipality', '743', '{"en": "Seinäjoki", "fi": "Seinäjoki", "sv": "Seinäjoki"}', 'fi', false, 16),
	(265, 'municipality', '746', '{"en": "Sievi", "fi": "Sievi", "sv": "Sievi"}', 'fi', false, 19),
	(266, 'municipality', '747', '{"en": "Siikainen", "fi": "Siikainen", "sv": "Siikais"}', 'fi', false, 6),
	(267, 'municipality', '748', '{"en": "Siikajoki", "fi": "Siikajoki", "sv": "Siikajoki"}', 'fi', false, 19),
	(268, 'municipality', '749', '{"en": "Siilinjärvi", "fi": "Siilinjärvi", "sv": "Siilinjärvi"}', 'fi', false, 13),
	(269, 'municipality', '751', '{"en": "Simo", "fi": "Simo", "sv": "Simo"}', 'fi', false, 21),
	(270, 'municipality', '753', '{"en": "Sipoo", "fi": "Sipoo", "sv": "Sibbo"}', 'bilingual', false, 1),
	(271, 'municipality', '755', '{"en": "Siuntio", "fi": "Siuntio", "sv": "Sjundeå"}', 'bilingual', false, 3),
	(272, 'municipality', '758', '{"en": "Sodankylä", "fi": "Sodankylä", "sv": "Sodankylä"}', 'fi', true, 21),
	(273, 'municipality', '759', '{"en": "Soini", "fi": "Soini", "sv": "Soini"}', 'fi', false, 16),
	(274, 'municipality', '761', '{"en": "Somero", "fi": "Somero", "sv": "Somero"}', 'fi', false, 5),
	(275, 'municipality', '762', '{"en": "Sonkajärvi", "fi": "Sonkajärvi", "sv": "Sonkajärvi"}', 'fi', false, 13),
	(276, 'municipality', '765', '{"en": "Sotkamo", "fi": "Sotkamo", "sv": "Sotkamo"}', 'fi', false, 20),
	(277, 'municipality', '766', '{"en": "Sottunga", "fi": "Sottunga", "sv": "Sottunga"}', 'sv', false, 23),
	(278, 'municipality', '768', '{"en": "Sulkava", "fi": "Sulkava", "sv": "Sulkava"}', 'fi', false, 12),
	(279, 'municipality', '771', '{"en": "Sund", "fi": "Sund", "sv": "Sund"}', 'sv', false, 23),
	(280, 'municipality', '777', '{"en": "Suomussalmi", "fi": "Suomussalmi", "sv": "Suomussalmi"}', 'fi', false, 20),
	(281, 'municipality', '778', '{"en": "Suonenjoki", "fi": "Suonenjoki", "sv": "Suonenjoki"}', 'fi', false, 13),
	(282, 'municipality', '781', '{"en": "Sysmä", "fi": "Sysmä", "sv": "Sysmä"}', 'fi', false, 9),
	(283, 'municipality', '783', '{"en": "Säkylä", "fi": "Säkylä", "sv": "Säkylä"}', 'fi', false, 6),
	(284, 'municipality', '785', '{"en": "Vaala", "fi": "Vaala", "sv": "Vaala"}', 'fi', false, 19),
	(285, 'municipality', '790', '{"en": "Sastamala", "fi": "Sastamala", "sv": "Sastamala"}', 'fi', false, 8),
	(286, 'municipality', '791', '{"en": "Siikalatva", "fi": "Siikalatva", "sv": "Siikalatva"}', 'fi', false, 19),
	(287, 'municipality', '831', '{"en": "Taipalsaari", "fi": "Taipalsaari", "sv": "Taipalsaari"}', 'fi', false, 11),
	(288, 'municipality', '832', '{"en": "Taivalkoski", "fi": "Taivalkoski", "sv": "Taivalkoski"}', 'fi', false, 19),
	(289, 'municipality', '833', '{"en": "Taivassalo", "fi": "Taivassalo", "sv": "Tövsala"}', 'fi', false, 5),
	(290, 'municipality', '834', '{"en": "Tammela", "fi": "Tammela", "sv": "Tammela"}', 'fi', false, 7),
	(291, 'municipality', '837', '{"en": "Tampere", "fi": "Tampere", "sv": "Tammerfors"}', 'fi', false, 8),
	(292, 'municipality', '844', '{"en": "Tervo", "fi": "Tervo", "sv": "Tervo"}', 'fi', false, 13),
	(293, 'municipality', '845', '{"en": "Tervola", "fi": "Tervola", "sv": "Tervola"}', 'fi', false, 21),
	(294, 'municipality', '846', '{"en": "Teuva", "fi": "Teuva", "sv": "Östermark"}', 'fi', false, 16),
	(295, 'municipality', '848', '{"en": "Tohmajärvi", "fi": "Tohmajärvi", "sv": "Tohmajärvi"}', 'fi', false, 14),
	(296, 'municipality', '849', '{"en": "Toholampi", "fi": "Toholampi", "sv": "Toholampi"}', 'fi', false, 18),
	(297, 'municipality', '850', '{"en": "Toivakka", "fi": "Toivakka", "sv": "Toivakka"}', 'fi', false, 15),
	(298, 'municipality', '851', '{"en": "Tornio", "fi": "Tornio", "sv": "Torneå"}', 'fi', false, 21),
	(299, 'municipality', '853', '{"en": "Turku", "fi": "Turku", "sv": "Åbo"}', 'bilingual', false, 5),
	(300, 'municipality', '854', '{"en": "Pello", "fi": "Pello", "sv": "Pello"}', 'fi', false, 21),
	(301, 'municipality', '857', '{"en": "Tuusniemi", "fi": "Tuusniemi", "sv": "Tuusniemi"}', 'fi', false, 13),
	(302, 'municipality', '858', '{"en": "Tuusula", "fi": "Tuusula", "sv": "Tusby"}', 'fi', false, 2),
	(303, 'municipality', '859', '{"en": "Tyrnävä", "fi": "Tyrnävä", "sv": "Tyrnävä"}', 'fi', false, 19),
	(304, 'municipality', '886', '{"en": "Ulvila", "fi": "Ulvila", "sv": "Ulvsby"}', 'fi', false, 6),
	(305, 'municipality', '887', '{"en": "Urjala", "fi": "Urjala", "sv": "Urjala"}', 'fi', false, 8),
	(306, 'municipality', '889', '{"en": "Utajärvi", "fi": "Utajärvi", "sv": "Utajärvi"}', 'fi', false, 19),
	(307, 'municipality', '890', '{"en": "Utsjoki", "fi": "Utsjoki", "sv": "Utsjoki"}', 'fi', true, 21),
	(308, 'municipality', '892', '{"en": "Uurainen", "fi": "Uurainen", "sv": "Uurainen"}', 'fi', false, 15),
	(309, 'municipality', '893', '{"en": "Nykarleby", "fi": "Uusikaarlepyy", "sv": "Nykarleby"}', 'bilingual', false, 17),
	(310, 'municipality', '895', '{"en": "Uusikaupunki", "fi": "Uusikaupunki", "sv": "Nystad"}', 'fi', false, 5),
	(311, 'municipality', '905', '{"en": "Vaasa", "fi": "Vaasa", "sv": "Vasa"}', 'bilingual', false, 17),
	(312, 'municipality', '908', '{"en": "Valkeakoski", "fi": "Valkeakoski", "sv": "Valkeakoski"}', 'fi', false, 8),
	(313, 'municipality', '915', '{"en": "Varkaus", "fi": "Varkaus", "sv": "Varkaus"}', 'fi', false, 13),
	(314, 'municipality', '918', '{"en": "Vehmaa", "fi": "Vehmaa", "sv": "Vemo"}', 'fi', false, 5),
	(315, 'municipality', '921', '{"en": "Vesanto", "fi": "Vesanto", "sv": "Vesanto"}', 'fi', false, 13),
	(316, 'municipality', '922', '{"en": "Vesilahti", "fi": "Vesilahti", "sv": "Vesilahti"}', 'fi', false, 8),
	(317, 'municipality', '924', '{"en": "Veteli", "fi": "Veteli", "sv": "Vetil"}', 'fi', false, 18),
	(318, 'municipality', '925', '{"en": "Vieremä", "fi": "Vieremä", "sv": "Vieremä"}', 'fi', false, 13),
	(319, 'municipality', '927', '{"en": "Vihti", "fi": "Vihti", "sv": "Vichtis"}', 'fi', false, 3),
	(320, 'municipality', '931', '{"en": "Viitasaari", "fi": "Viitasaari", "sv": "Viitasaari"}', 'fi', false, 15),
	(321, 'municipality', '934', '{"en": "Vimpeli", "fi": "Vimpeli", "sv": "Vindala"}', 'fi', false, 16),
	(322, 'municipality', '935', '{"en": "Virolahti", "fi": "Virolahti", "sv": "Vederlax"}', 'fi', false, 10),
	(323, 'municipality', '936', '{"en": "Virrat", "fi": "Virrat", "sv": "Virdois"}', 'fi', false, 8),
	(324, 'municipality', '941', '{"en": "Vårdö", "fi": "Vårdö", "sv": "Vårdö"}', 'sv', false, 23),
	(325, 'municipality', '946', '{"en": "Vörå", "fi": "Vöyri", "sv": "Vörå"}', 'bilingual', false, 17),
	(326, 'municipality', '976', '{"en": "Ylitornio", "fi": "Ylitornio", "sv": "Övertorneå"}', 'fi', false, 21),
	(327, 'municipality', '977', '{"en": "Ylivieska", "fi": "Ylivieska", "sv": "Ylivieska"}', 'fi', false, 19),
	(328, 'municipality', '980', '{"en": "Ylöjärvi", "fi": "Ylöjärvi", "sv": "Ylöjärvi"}', 'fi', false, 8),
	(329, 'municipality', '981', '{"en": "Ypäjä", "fi": "Ypäjä", "sv": "Ypäjä"}', 'fi', false, 7),
	(330, 'municipality', '989', '{"en": "Ähtäri", "fi": "Ähtäri", "sv": "Etseri"}', 'fi', false, 16),
	(331, 'municipality', '992', '{"en": "Äänekoski", "fi": "Äänekoski", "sv": "Äänekoski"}', 'fi', false, 15);


--
-- Data for Name: places_population; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.places_population (id, "on", total, under_15, over_65, area_id) VALUES
	(1, '2024-12-31', 99415, 15284, 23716, 1),
	(2, '2024-12-31', 207070, 33840, 42817, 2),
	(3, '2024-12-31', 502067, 83400, 93010, 3),
	(4, '2024-12-31', 289730, 46676, 47768, 4),
	(5, '2024-12-31', 494819, 68385, 120009, 5),
	(6, '2024-12-31', 211261, 28278, 61064, 6),
	(7, '2024-12-31', 169455, 23083, 46673, 7),
	(8, '2024-12-31', 545406, 77548, 122231, 8),
	(9, '2024-12-31', 204635, 26986, 58515, 9),
	(10, '2024-12-31', 157442, 18807, 48123, 10),
	(11, '2024-12-31', 125083, 15156, 36795, 11),
	(12, '2024-12-31', 129376, 14871, 43892, 12),
	(13, '2024-12-31', 248815, 33647, 68276, 13),
	(14, '2024-12-31', 162091, 20678, 47351, 14),
	(15, '2024-12-31', 274112, 39036, 68579, 15),
	(16, '2024-12-31', 189929, 28897, 52058, 16),
	(17, '2024-12-31', 178749, 28656, 42280, 17),
	(18, '2024-12-31', 67723, 11821, 16921, 18),
	(19, '2024-12-31', 418331, 71347, 90111, 19),
	(20, '2024-12-31', 69639, 8861, 21766, 20),
	(21, '2024-12-31', 176151, 24403, 48868, 21),
	(22, '2024-12-31', 684018, 95775, 120475, 22),
	(23, '2024-12-31', 30654, 4852, 7519, 23),
	(24, '2024-12-31', 9078, 1435, 2865, 24),
	(25, '2024-12-31', 2410, 443, 651, 25),
	(26, '2024-12-31', 10780, 1668, 3320, 26),
	(27, '2024-12-31', 7889, 964, 2815, 27),
	(28, '2024-12-31', 4651, 768, 1073, 28),
	(29, '2024-12-31', 3966, 713, 921, 29),
	(30, '2024-12-31', 16387, 2460, 4223, 30),
	(31, '2024-12-31', 430, 35, 156, 31),
	(32, '2024-12-31', 956, 137, 283, 32),
	(33, '2024-12-31', 1288, 157, 518, 33),
	(34, '2024-12-31', 1762, 194, 559, 34),
	(35, '2024-12-31', 320931, 56170, 48667, 35),
	(36, '2024-12-31', 11084, 1563, 3305, 36),
	(37, '2024-12-31', 9052, 1368, 2499, 37),
	(38, '2024-12-31', 2272, 340, 707, 38),
	(39, '2024-12-31', 2617, 430, 605, 39),
	(40, '2024-12-31', 16478, 1778, 5513, 40),
	(41, '2024-12-31', 502, 76, 159, 41),
	(42, '2024-12-31', 514, 84, 135, 42),
	(43, '2024-12-31', 6492, 1068, 1854, 43),
	(44, '2024-12-31', 6365, 1171, 1688, 44),
	(45, '2024-12-31', 927, 103, 392, 45),
	(46, '2024-12-31', 985, 133, 372, 46),
	(47, '2024-12-31', 19311, 2246, 6165, 47),
	(48, '2024-12-31', 1636, 263, 397, 48),
	(49, '2024-12-31', 4509, 558, 1601, 49),
	(50, '2024-12-31', 7702, 797, 2723, 50),
	(51, '2024-12-31', 6647, 863, 2235, 51),
	(52, '2024-12-31', 2482, 236, 1109, 52),
	(53, '2024-12-31', 9361, 1479, 2373, 53),
	(54, '2024-12-31', 7901, 1187, 2013, 54),
	(55, '2024-12-31', 2929, 247, 1309, 55),
	(56, '2024-12-31', 684018, 95775, 120475, 56),
	(57, '2024-12-31', 251269, 40780, 39675, 57),
	(58, '2024-12-31', 2059, 207, 847, 58),
	(59, '2024-12-31', 22849, 3623, 6257, 59),
	(60, '2024-12-31', 9555, 1241, 3007, 60),
	(61, '2024-12-31', 2094, 255, 691, 61),
	(62, '2024-12-31', 2002, 171, 933, 62),
	(63, '2024-12-31', 47031, 6597, 11496, 63),
	(64, '2024-12-31', 10348, 1662, 2663, 64),
	(65, '2024-12-31', 68433, 9272, 18727, 65),
	(66, '2024-12-31', 17829, 1747, 6788, 66),
	(67, '2024-12-31', 9806, 2003, 2259, 67),
	(68, '2024-12-31', 20463, 2787, 6125, 68),
	(69, '2024-12-31', 6401, 833, 2186, 69),
	(70, '2024-12-31', 6758, 882, 2271, 70),
	(71, '2024-12-31', 12429, 2305, 2865, 71),
	(72, '2024-12-31', 4382, 349, 2044, 72),
	(73, '2024-12-31', 7224, 824, 2023, 73),
	(74, '2024-12-31', 5402, 759, 1481, 74),
	(75, '2024-12-31', 1794, 201, 645, 75),
	(76, '2024-12-31', 4319, 635, 1278, 76),
	(77, '2024-12-31', 24724, 2747, 8156, 77),
	(78, '2024-12-31', 16015, 2403, 4201, 78),
	(79, '2024-12-31', 78741, 9928, 18606, 79),
	(80, '2024-12-31', 4848, 668, 1477, 80),
	(81, '2024-12-31', 5789, 1131, 966, 81),
	(82, '2024-12-31', 4552, 564, 1553, 82),
	(83, '2024-12-31', 4099, 399, 1700, 83),
	(84, '2024-12-31', 4160, 345, 1749, 84),
	(85, '2024-12-31', 1668, 203, 592, 85),
	(86, '2024-12-31', 5674, 606, 2220, 86),
	(87, '2024-12-31', 149194, 20747, 29007, 87),
	(88, '2024-12-31', 1658, 241, 544, 88),
	(89, '2024-12-31', 19116, 2110, 6770, 89),
	(90, '2024-12-31', 46871, 7421, 9558, 90),
	(91, '2024-12-31', 36551, 6567, 7965, 91),
	(92, '2024-12-31', 2589, 265, 1014, 92),
	(93, '2024-12-31', 36433, 5207, 9181, 93),
	(94, '2024-12-31', 12271, 2050, 3469, 94),
	(95, '2024-12-31', 33951, 5897, 7270, 95),
	(96, '2024-12-31', 5062, 542, 1988, 96),
	(97, '2024-12-31', 12478, 1682, 3920, 97),
	(98, '2024-12-31', 1186, 128, 465, 98),
	(99, '2024-12-31', 5264, 919, 1414, 99),
	(100, '2024-12-31', 1159, 124, 444, 100),
	(101, '2024-12-31', 8440, 1086, 2442, 101),
	(102, '2024-12-31', 3573, 371, 1386, 102),
	(103, '2024-12-31', 2170, 263, 792, 103),
	(104, '2024-12-31', 1241, 158, 511, 104),
	(105, '2024-12-31', 12518, 1729, 3838, 105),
	(106, '2024-12-31', 15050, 2064, 4715, 106),
	(107, '2024-12-31', 10253, 1765, 2409, 107),
	(108, '2024-12-31', 4118, 702, 1081, 108),
	(109, '2024-12-31', 1985, 208, 842, 109),
	(110, '2024-12-31', 19402, 2535, 6017, 110),
	(111, '2024-12-31', 7604, 1161, 2166, 111),
	(112, '2024-12-31', 19657, 4374, 3382, 112),
	(113, '2024-12-31', 38461, 5896, 8093, 113),
	(114, '2024-12-31', 9128, 1105, 3386, 114),
	(115, '2024-12-31', 1703, 198, 652, 115),
	(116, '2024-12-31', 1492, 257, 542, 116),
	(117, '2024-12-31', 41635, 7112, 7574, 117),
	(118, '2024-12-31', 9566, 996, 3926, 118),
	(119, '2024-12-31', 6837, 970, 1502, 119),
	(120, '2024-12-31', 7354, 1022, 2505, 120),
	(121, '2024-12-31', 1011, 120, 406, 121),
	(122, '2024-12-31', 6668, 787, 2215, 122),
	(123, '2024-12-31', 48367, 8499, 11287, 123),
	(124, '2024-12-31', 3987, 606, 1123, 124),
	(125, '2024-12-31', 2441, 298, 899, 125),
	(126, '2024-12-31', 15071, 2984, 2933, 126),
	(127, '2024-12-31', 1986, 268, 615, 127),
	(128, '2024-12-31', 2186, 269, 746, 128),
	(129, '2024-12-31', 50210, 5933, 14799, 129),
	(130, '2024-12-31', 78386, 9446, 24022, 130),
	(131, '2024-12-31', 6121, 745, 2365, 131),
	(132, '2024-12-31', 6342, 1024, 1718, 132),
	(133, '2024-12-31', 7483, 713, 3066, 133),
	(134, '2024-12-31', 2038, 165, 965, 134),
	(135, '2024-12-31', 273, 22, 118, 135),
	(136, '2024-12-31', 125666, 17448, 28359, 136),
	(137, '2024-12-31', 3335, 402, 1130, 137),
	(138, '2024-12-31', 19509, 2708, 6354, 138),
	(139, '2024-12-31', 970, 71, 418, 139),
	(140, '2024-12-31', 14876, 2032, 4618, 140),
	(141, '2024-12-31', 6444, 802, 2264, 141),
	(142, '2024-12-31', 1155, 179, 474, 142),
	(143, '2024-12-31', 4093, 490, 1229, 143),
	(144, '2024-12-31', 2373, 396, 733, 144),
	(145, '2024-12-31', 227, 12, 79, 145),
	(146, '2024-12-31', 6954, 665, 2913, 146),
	(147, '2024-12-31', 6371, 724, 2361, 147),
	(148, '2024-12-31', 121337, 16216, 31111, 148),
	(149, '2024-12-31', 7656, 1338, 1936, 149),
	(150, '2024-12-31', 8479, 1314, 2209, 150),
	(151, '2024-12-31', 8865, 1186, 2762, 151),
	(152, '2024-12-31', 2758, 366, 1078, 152),
	(153, '2024-12-31', 73327, 9272, 18647, 153),
	(154, '2024-12-31', 2429, 306, 782, 154),
	(155, '2024-12-31', 14028, 2279, 3674, 155),
	(156, '2024-12-31', 18878, 3925, 4196, 156),
	(157, '2024-12-31', 2849, 465, 771, 157),
	(158, '2024-12-31', 2134, 439, 423, 158),
	(159, '2024-12-31', 24854, 4994, 4427, 159),
	(160, '2024-12-31', 8971, 1145, 3059, 160),
	(161, '2024-12-31', 665, 99, 237, 161),
	(162, '2024-12-31', 10049, 925, 4234, 162),
	(163, '2024-12-31', 20666, 3783, 4354, 163),
	(164, '2024-12-31', 10190, 2908, 1165, 164),
	(165, '2024-12-31', 11913, 2001, 2941, 165),
	(166, '2024-12-31', 15295, 1941, 5062, 166),
	(167, '2024-12-31', 7657, 1100, 2112, 167),
	(168, '2024-12-31', 14352, 1782, 4566, 168),
	(169, '2024-12-31', 711, 65, 319, 169),
	(170, '2024-12-31', 2008, 478, 404, 170),
	(171, '2024-12-31', 371, 46, 111, 171),
	(172, '2024-12-31', 5884, 1736, 847, 172),
	(173, '2024-12-31', 4358, 487, 1603, 173),
	(174, '2024-12-31', 45687, 6453, 12203, 174),
	(175, '2024-12-31', 14868, 2058, 4464, 175),
	(176, '2024-12-31', 5415, 808, 1611, 176),
	(177, '2024-12-31', 11866, 1655, 3156, 177),
	(178, '2024-12-31', 1910, 279, 553, 178),
	(179, '2024-12-31', 9592, 1750, 1921, 179),
	(180, '2024-12-31', 1059, 261, 271, 180),
	(181, '2024-12-31', 2904, 421, 1073, 181),
	(182, '2024-12-31', 1703, 153, 670, 182),
	(183, '2024-12-31', 51890, 6744, 14978, 183),
	(184, '2024-12-31', 8749, 1878, 1800, 184),
	(185, '2024-12-31', 1393, 161, 578, 185),
	(186, '2024-12-31', 2313, 330, 643, 186),
	(187, '2024-12-31', 19738, 3650, 4632, 187),
	(188, '2024-12-31', 10614, 2129, 2187, 188),
	(189, '2024-12-31', 7477, 1061, 2185, 189),
	(190, '2024-12-31', 1677, 206, 523, 190),
	(191, '2024-12-31', 20934, 3614, 4462, 191),
	(192, '2024-12-31', 7057, 717, 2845, 192),
	(193, '2024-12-31', 9270, 998, 3538, 193),
	(194, '2024-12-31', 20129, 2857, 5727, 194),
	(195, '2024-12-31', 4939, 665, 1505, 195),
	(196, '2024-12-31', 10378, 2153, 2503, 196),
	(197, '2024-12-31', 36176, 5946, 7752, 197),
	(198, '2024-12-31', 4659, 826, 1015, 198),
	(199, '2024-12-31', 8980, 973, 3457, 199),
	(200, '2024-12-31', 45048, 8315, 8282, 200),
	(201, '2024-12-31', 9554, 1504, 2675, 201),
	(202, '2024-12-31', 15651, 2389, 4257, 202),
	(203, '2024-12-31', 1304, 202, 368, 203),
	(204, '2024-12-31', 8869, 1186, 2841, 204),
	(205, '2024-12-31', 6912, 1074, 2104, 205),
	(206, '2024-12-31', 216152, 33714, 37998, 206),
	(207, '2024-12-31', 2676, 233, 1178, 207),
	(208, '2024-12-31', 11221, 2036, 2623, 208),
	(209, '2024-12-31', 2990, 338, 1126, 209),
	(210, '2024-12-31', 4300, 414, 1883, 210),
	(211, '2024-12-31', 6069, 763, 2158, 211),
	(212, '2024-12-31', 910, 79, 372, 212),
	(213, '2024-12-31', 2594, 601, 677, 213),
	(214, '2024-12-31', 3552, 556, 949, 214),
	(215, '2024-12-31', 17178, 1948, 6103, 215),
	(216, '2024-12-31', 3980, 443, 1624, 216),
	(217, '2024-12-31', 19576, 2857, 5026, 217),
	(218, '2024-12-31', 11226, 2525, 2185, 218),
	(219, '2024-12-31', 3692, 463, 1303, 219),
	(220, '2024-12-31', 21042, 3829, 3877, 220),
	(221, '2024-12-31', 3999, 513, 1498, 221),
	(222, '2024-12-31', 1931, 253, 664, 222),
	(223, '2024-12-31', 83305, 10963, 22559, 223),
	(224, '2024-12-31', 4961, 841, 966, 224),
	(225, '2024-12-31', 2878, 215, 1300, 225),
	(226, '2024-12-31', 7304, 1043, 2657, 226),
	(227, '2024-12-31', 1743, 233, 448, 227),
	(228, '2024-12-31', 2607, 288, 1001, 228),
	(229, '2024-12-31', 2345, 195, 1041, 229),
	(230, '2024-12-31', 2101, 130, 1011, 230),
	(231, '2024-12-31', 5001, 750, 1424, 231),
	(232, '2024-12-31', 2976, 473, 904, 232),
	(233, '2024-12-31', 4702, 620, 1803, 233),
	(234, '2024-12-31', 1641, 345, 415, 234),
	(235, '2024-12-31', 1919, 274, 603, 235),
	(236, '2024-12-31', 6238, 795, 1964, 236),
	(237, '2024-12-31', 8011, 1294, 2175, 237),
	(238, '2024-12-31', 51737, 8179, 12040, 238),
	(239, '2024-12-31', 23571, 3767, 6654, 239),
	(240, '2024-12-31', 25738, 3888, 6163, 240),
	(241, '2024-12-31', 3246, 370, 1234, 241),
	(242, '2024-12-31', 3570, 573, 1194, 242),
	(243, '2024-12-31', 38968, 5139, 10626, 243),
	(244, '2024-12-31', 2935, 303, 1099, 244),
	(245, '2024-12-31', 1413, 118, 611, 245),
	(246, '2024-12-31', 3008, 267, 1268, 246),
	(247, '2024-12-31', 2556, 455, 772, 247),
	(248, '2024-12-31', 28643, 3947, 7105, 248),
	(249, '2024-12-31', 1163, 121, 497, 249),
	(250, '2024-12-31', 65722, 10045, 14055, 250),
	(251, '2024-12-31', 4733, 505, 1797, 251),
	(252, '2024-12-31', 4039, 420, 1650, 252),
	(253, '2024-12-31', 6418, 1259, 1367, 253),
	(254, '2024-12-31', 1881, 123, 909, 254),
	(255, '2024-12-31', 27036, 3665, 7843, 255),
	(256, '2024-12-31', 8858, 1079, 3223, 256),
	(257, '2024-12-31', 3285, 255, 1397, 257),
	(258, '2024-12-31', 50870, 6427, 15128, 258),
	(259, '2024-12-31', 1778, 298, 482, 259),
	(260, '2024-12-31', 2965, 432, 829, 260),
	(261, '2024-12-31', 3188, 337, 1288, 261),
	(262, '2024-12-31', 31460, 3226, 11135, 262),
	(263, '2024-12-31', 964, 100, 358, 263),
	(264, '2024-12-31', 66611, 10831, 14054, 264),
	(265, '2024-12-31', 4603, 1004, 987, 265),
	(266, '2024-12-31', 1264, 136, 519, 266),
	(267, '2024-12-31', 4804, 943, 1340, 267),
	(268, '2024-12-31', 21269, 3806, 4946, 268),
	(269, '2024-12-31', 2778, 330, 1036, 269),
	(270, '2024-12-31', 22826, 3810, 4284, 270),
	(271, '2024-12-31', 6182, 956, 1350, 271),
	(272, '2024-12-31', 8127, 1031, 2465, 272),
	(273, '2024-12-31', 1800, 270, 630, 273),
	(274, '2024-12-31', 8429, 1042, 2946, 274),
	(275, '2024-12-31', 3570, 396, 1372, 275),
	(276, '2024-12-31', 10185, 1455, 2919, 276),
	(277, '2024-12-31', 101, 17, 38, 277),
	(278, '2024-12-31', 2361, 224, 1013, 278),
	(279, '2024-12-31', 1001, 142, 280, 279),
	(280, '2024-12-31', 7038, 661, 3003, 280),
	(281, '2024-12-31', 6632, 817, 2286, 281),
	(282, '2024-12-31', 3428, 255, 1585, 282),
	(283, '2024-12-31', 6256, 750, 2111, 283),
	(284, '2024-12-31', 2581, 282, 1045, 284),
	(285, '2024-12-31', 23464, 3030, 7530, 285),
	(286, '2024-12-31', 4938, 698, 1653, 286),
	(287, '2024-12-31', 4596, 662, 1382, 287),
	(288, '2024-12-31', 3657, 480, 1271, 288),
	(289, '2024-12-31', 1692, 209, 626, 289),
	(290, '2024-12-31', 5832, 755, 1780, 290),
	(291, '2024-12-31', 260180, 32344, 49145, 291),
	(292, '2024-12-31', 1388, 135, 623, 292),
	(293, '2024-12-31', 2826, 425, 901, 293),
	(294, '2024-12-31', 4662, 601, 1679, 294),
	(295, '2024-12-31', 3976, 492, 1481, 295),
	(296, '2024-12-31', 2799, 477, 871, 296),
	(297, '2024-12-31', 2349, 392, 707, 297),
	(298, '2024-12-31', 20959, 3255, 5526, 298),
	(299, '2024-12-31', 206073, 24917, 41899, 299),
	(300, '2024-12-31', 3191, 303, 1417, 300),
	(301, '2024-12-31', 2311, 211, 965, 301),
	(302, '2024-12-31', 42225, 7052, 8053, 302),
	(303, '2024-12-31', 6501, 1794, 1009, 303),
	(304, '2024-12-31', 12382, 1943, 3490, 304),
	(305, '2024-12-31', 4493, 531, 1578, 305),
	(306, '2024-12-31', 2466, 356, 833, 306),
	(307, '2024-12-31', 1137, 137, 366, 307),
	(308, '2024-12-31', 3657, 873, 772, 308),
	(309, '2024-12-31', 7439, 1287, 1954, 309),
	(310, '2024-12-31', 14814, 1888, 4693, 310),
	(311, '2024-12-31', 70361, 9725, 14430, 311),
	(312, '2024-12-31', 20847, 2952, 5922, 312),
	(313, '2024-12-31', 19669, 2160, 6729, 313),
	(314, '2024-12-31', 2246, 304, 688, 314),
	(315, '2024-12-31', 1851, 152, 811, 315),
	(316, '2024-12-31', 4511, 840, 902, 316),
	(317, '2024-12-31', 2931, 391, 982, 317),
	(318, '2024-12-31', 3352, 481, 991, 318),
	(319, '2024-12-31', 28799, 4637, 6318, 319),
	(320, '2024-12-31', 5764, 643, 2311, 320),
	(321, '2024-12-31', 2607, 319, 899, 321),
	(322, '2024-12-31', 2831, 279, 1043, 322),
	(323, '2024-12-31', 6190, 680, 2398, 323),
	(324, '2024-12-31', 459, 65, 131, 324),
	(325, '2024-12-31', 6210, 1031, 1775, 325),
	(326, '2024-12-31', 3721, 370, 1535, 326),
	(327, '2024-12-31', 15406, 2981, 3477, 327),
	(328, '2024-12-31', 33704, 6485, 6912, 328),
	(329, '2024-12-31', 2193, 239, 681, 329),
	(330, '2024-12-31', 5220, 620, 1883, 330),
	(331, '2024-12-31', 17740, 2478, 5398, 331);


--
-- Data for Name: processes_activity; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: processes_follow; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: processes_formeraddress; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: processes_invitation; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: processes_phase; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: processes_process; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: processes_processpartner; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: processes_processrole; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: processes_searchentry; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: processes_stage; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: procrastinate_events; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: procrastinate_jobs; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: procrastinate_periodic_defers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: procrastinate_workers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: reports_hearingsummary; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: reports_practice; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: reports_practicefile; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: reports_report; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: reports_reportannex; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: reports_reportfile; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: reports_reportversion; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: site_namedexport; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: site_retentioncount; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: site_retentionrun; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: site_trailcheck; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: statements_colleague; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: statements_statement; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: statements_statementnote; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: statements_statementpart; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: transfers_formerreply; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: transfers_transfer; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: translating_returnedfile; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


--
-- Name: answers_answer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.answers_answer_id_seq', 1, false);


--
-- Name: answers_answeredcomment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.answers_answeredcomment_id_seq', 1, false);


--
-- Name: answers_answertemplate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.answers_answertemplate_id_seq', 1, false);


--
-- Name: answers_closure_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.answers_closure_id_seq', 1, false);


--
-- Name: answers_correction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.answers_correction_id_seq', 1, false);


--
-- Name: answers_formeranswer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.answers_formeranswer_id_seq', 1, false);


--
-- Name: answers_summary_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.answers_summary_id_seq', 1, false);


--
-- Name: audit_entry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audit_entry_id_seq', 1, false);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 452, true);


--
-- Name: authorities_accessibilityfeedback_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.authorities_accessibilityfeedback_id_seq', 1, false);


--
-- Name: authorities_authority_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.authorities_authority_id_seq', 1, false);


--
-- Name: comment_rounds_roundthread_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comment_rounds_roundthread_id_seq', 1, false);


--
-- Name: comments_backgroundtotal_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_backgroundtotal_id_seq', 1, false);


--
-- Name: comments_comment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_comment_id_seq', 1, false);


--
-- Name: comments_commentdraft_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_commentdraft_id_seq', 1, false);


--
-- Name: comments_endorsement_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_endorsement_id_seq', 1, false);


--
-- Name: comments_keptgroups_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_keptgroups_id_seq', 1, false);


--
-- Name: comments_quote_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_quote_id_seq', 1, false);


--
-- Name: comments_receipt_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_receipt_id_seq', 1, false);


--
-- Name: comments_revision_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_revision_id_seq', 1, false);


--
-- Name: comments_sender_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_sender_id_seq', 1, false);


--
-- Name: comments_thread_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.comments_thread_id_seq', 1, false);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 113, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 190, true);


--
-- Name: documents_attachment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_attachment_id_seq', 1, false);


--
-- Name: documents_document_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_document_id_seq', 1, false);


--
-- Name: documents_documentdraftimport_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_documentdraftimport_id_seq', 1, false);


--
-- Name: documents_documentversion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_documentversion_id_seq', 1, false);


--
-- Name: documents_section_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_section_id_seq', 1, false);


--
-- Name: documents_section_predecessors_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_section_predecessors_id_seq', 1, false);


--
-- Name: documents_sectiontext_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_sectiontext_id_seq', 1, false);


--
-- Name: intake_batch_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_batch_id_seq', 1, false);


--
-- Name: intake_earlierround_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_earlierround_id_seq', 1, false);


--
-- Name: intake_entry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_entry_id_seq', 1, false);


--
-- Name: intake_mapping_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_mapping_id_seq', 1, false);


--
-- Name: intake_note_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_note_id_seq', 1, false);


--
-- Name: intake_sheet_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_sheet_id_seq', 1, false);


--
-- Name: intake_tablelink_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_tablelink_id_seq', 1, false);


--
-- Name: intake_tablenote_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_tablenote_id_seq', 1, false);


--
-- Name: intake_unsaid_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_unsaid_id_seq', 1, false);


--
-- Name: intake_upload_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.intake_upload_id_seq', 1, false);


--
-- Name: launch_launchpack_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.launch_launchpack_id_seq', 1, false);


--
-- Name: launch_launchpicture_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.launch_launchpicture_id_seq', 1, false);


--
-- Name: launch_launchrelease_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.launch_launchrelease_id_seq', 1, false);


--
-- Name: material_bulkaction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.material_bulkaction_id_seq', 1, false);


--
-- Name: material_commenttheme_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.material_commenttheme_id_seq', 1, false);


--
-- Name: material_savedview_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.material_savedview_id_seq', 1, false);


--
-- Name: material_staffnote_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.material_staffnote_id_seq', 1, false);


--
-- Name: material_theme_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.material_theme_id_seq', 1, false);


--
-- Name: material_themesuggestion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.material_themesuggestion_id_seq', 1, false);


--
-- Name: material_translation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.material_translation_id_seq', 1, false);


--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


--
-- Name: moderation_appeal_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.moderation_appeal_id_seq', 1, false);


--
-- Name: moderation_decision_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.moderation_decision_id_seq', 1, false);


--
-- Name: moderation_mask_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.moderation_mask_id_seq', 1, false);


--
-- Name: moderation_report_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.moderation_report_id_seq', 1, false);


--
-- Name: notices_letter_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.notices_letter_id_seq', 1, false);


--
-- Name: notices_notice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.notices_notice_id_seq', 1, false);


--
-- Name: open_data_broughtrequest_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.open_data_broughtrequest_id_seq', 1, false);


--
-- Name: open_data_datachange_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.open_data_datachange_id_seq', 1, false);


--
-- Name: open_data_export_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.open_data_export_id_seq', 1, false);


--
-- Name: outcomes_formerpromise_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.outcomes_formerpromise_id_seq', 1, false);


--
-- Name: outcomes_measure_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.outcomes_measure_id_seq', 1, false);


--
-- Name: outcomes_measureupdate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.outcomes_measureupdate_id_seq', 1, false);


--
-- Name: outcomes_outcome_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.outcomes_outcome_id_seq', 1, false);


--
-- Name: people_block_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_block_id_seq', 1, false);


--
-- Name: people_organisation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_organisation_id_seq', 1, false);


--
-- Name: people_person_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_person_id_seq', 1, false);


--
-- Name: people_ratewindow_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_ratewindow_id_seq', 1, false);


--
-- Name: people_representation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_representation_id_seq', 1, false);


--
-- Name: people_rolegrant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_rolegrant_id_seq', 1, false);


--
-- Name: places_area_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.places_area_id_seq', 331, true);


--
-- Name: places_population_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.places_population_id_seq', 331, true);


--
-- Name: processes_activity_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_activity_id_seq', 1, false);


--
-- Name: processes_follow_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_follow_id_seq', 1, false);


--
-- Name: processes_formeraddress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_formeraddress_id_seq', 1, false);


--
-- Name: processes_invitation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_invitation_id_seq', 1, false);


--
-- Name: processes_phase_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_phase_id_seq', 1, false);


--
-- Name: processes_process_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_process_id_seq', 1, false);


--
-- Name: processes_processpartner_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_processpartner_id_seq', 1, false);


--
-- Name: processes_processrole_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_processrole_id_seq', 1, false);


--
-- Name: processes_searchentry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_searchentry_id_seq', 1, false);


--
-- Name: processes_stage_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.processes_stage_id_seq', 1, false);


--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);


--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);


--
-- Name: procrastinate_periodic_defers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);


--
-- Name: procrastinate_workers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);


--
-- Name: reports_hearingsummary_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reports_hearingsummary_id_seq', 1, false);


--
-- Name: reports_practice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reports_practice_id_seq', 1, false);


--
-- Name: reports_practicefile_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reports_practicefile_id_seq', 1, false);


--
-- Name: reports_report_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reports_report_id_seq', 1, false);


--
-- Name: reports_reportannex_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reports_reportannex_id_seq', 1, false);


--
-- Name: reports_reportfile_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reports_reportfile_id_seq', 1, false);


--
-- Name: reports_reportversion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reports_reportversion_id_seq', 1, false);


--
-- Name: site_namedexport_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.site_namedexport_id_seq', 1, false);


--
-- Name: site_retentioncount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.site_retentioncount_id_seq', 1, false);


--
-- Name: site_retentionrun_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.site_retentionrun_id_seq', 1, false);


--
-- Name: site_trailcheck_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.site_trailcheck_id_seq', 1, false);


--
-- Name: statements_colleague_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.statements_colleague_id_seq', 1, false);


--
-- Name: statements_statement_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.statements_statement_id_seq', 1, false);


--
-- Name: statements_statementnote_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.statements_statementnote_id_seq', 1, false);


--
-- Name: statements_statementpart_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.statements_statementpart_id_seq', 1, false);


--
-- Name: transfers_formerreply_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.transfers_formerreply_id_seq', 1, false);


--
-- Name: transfers_transfer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.transfers_transfer_id_seq', 1, false);


--
-- Name: translating_returnedfile_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.translating_returnedfile_id_seq', 1, false);


--
-- Name: account_emailaddress account_emailaddress_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress account_emailaddress_user_id_email_987c8728_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


--
-- Name: account_emailconfirmation account_emailconfirmation_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


--
-- Name: account_emailconfirmation account_emailconfirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


--
-- Name: processes_activity activity_slug_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_activity
    ADD CONSTRAINT activity_slug_once UNIQUE (process_id, slug);


--
-- Name: answers_answer answer_number_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answer
    ADD CONSTRAINT answer_number_once UNIQUE (activity_id, number);


--
-- Name: answers_answertemplate answer_template_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answertemplate
    ADD CONSTRAINT answer_template_once UNIQUE (authority_id, name);


--
-- Name: answers_answer answers_answer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answer
    ADD CONSTRAINT answers_answer_pkey PRIMARY KEY (id);


--
-- Name: answers_answeredcomment answers_answeredcomment_comment_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answeredcomment
    ADD CONSTRAINT answers_answeredcomment_comment_id_key UNIQUE (comment_id);


--
-- Name: answers_answeredcomment answers_answeredcomment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answeredcomment
    ADD CONSTRAINT answers_answeredcomment_pkey PRIMARY KEY (id);


--
-- Name: answers_answertemplate answers_answertemplate_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answertemplate
    ADD CONSTRAINT answers_answertemplate_pkey PRIMARY KEY (id);


--
-- Name: answers_closure answers_closure_comment_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_closure
    ADD CONSTRAINT answers_closure_comment_id_key UNIQUE (comment_id);


--
-- Name: answers_closure answers_closure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_closure
    ADD CONSTRAINT answers_closure_pkey PRIMARY KEY (id);


--
-- Name: answers_correction answers_correction_answer_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_correction
    ADD CONSTRAINT answers_correction_answer_id_key UNIQUE (answer_id);


--
-- Name: answers_correction answers_correction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_correction
    ADD CONSTRAINT answers_correction_pkey PRIMARY KEY (id);


--
-- Name: answers_formeranswer answers_formeranswer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_formeranswer
    ADD CONSTRAINT answers_formeranswer_pkey PRIMARY KEY (id);


--
-- Name: answers_summary answers_summary_activity_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_summary
    ADD CONSTRAINT answers_summary_activity_id_key UNIQUE (activity_id);


--
-- Name: answers_summary answers_summary_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_summary
    ADD CONSTRAINT answers_summary_pkey PRIMARY KEY (id);


--
-- Name: places_area area_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.places_area
    ADD CONSTRAINT area_once UNIQUE (kind, code);


--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);


--
-- Name: audit_seal audit_seal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (number);


--
-- Name: audit_unsealed audit_unsealed_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_unsealed
    ADD CONSTRAINT audit_unsealed_pkey PRIMARY KEY (entry_id);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: authorities_accessibilityfeedback authorities_accessibilityfeedback_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities_accessibilityfeedback
    ADD CONSTRAINT authorities_accessibilityfeedback_key_key UNIQUE (key);


--
-- Name: authorities_accessibilityfeedback authorities_accessibilityfeedback_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities_accessibilityfeedback
    ADD CONSTRAINT authorities_accessibilityfeedback_pkey PRIMARY KEY (id);


--
-- Name: authorities_authority authorities_authority_area_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities_authority
    ADD CONSTRAINT authorities_authority_area_id_key UNIQUE (area_id);


--
-- Name: authorities_authority authorities_authority_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities_authority
    ADD CONSTRAINT authorities_authority_pkey PRIMARY KEY (id);


--
-- Name: authorities_authority authorities_authority_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities_authority
    ADD CONSTRAINT authorities_authority_slug_key UNIQUE (slug);


--
-- Name: comments_backgroundtotal background_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_backgroundtotal
    ADD CONSTRAINT background_once UNIQUE NULLS NOT DISTINCT (activity_id, age_group, municipality_id);


--
-- Name: intake_batch batch_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_batch
    ADD CONSTRAINT batch_once UNIQUE (activity_id, key);


--
-- Name: statements_colleague colleague_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_colleague
    ADD CONSTRAINT colleague_once UNIQUE (statement_id, email);


--
-- Name: comments_comment comment_number_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_comment
    ADD CONSTRAINT comment_number_once UNIQUE (activity_id, number);


--
-- Name: comment_rounds_roundthread comment_rounds_roundthread_activity_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_rounds_roundthread
    ADD CONSTRAINT comment_rounds_roundthread_activity_id_key UNIQUE (activity_id);


--
-- Name: comment_rounds_roundthread comment_rounds_roundthread_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_rounds_roundthread
    ADD CONSTRAINT comment_rounds_roundthread_pkey PRIMARY KEY (id);


--
-- Name: comment_rounds_roundthread comment_rounds_roundthread_thread_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_rounds_roundthread
    ADD CONSTRAINT comment_rounds_roundthread_thread_id_key UNIQUE (thread_id);


--
-- Name: comments_backgroundtotal comments_backgroundtotal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_backgroundtotal
    ADD CONSTRAINT comments_backgroundtotal_pkey PRIMARY KEY (id);


--
-- Name: comments_comment comments_comment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_comment
    ADD CONSTRAINT comments_comment_pkey PRIMARY KEY (id);


--
-- Name: comments_commentdraft comments_commentdraft_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_commentdraft
    ADD CONSTRAINT comments_commentdraft_key_key UNIQUE (key);


--
-- Name: comments_commentdraft comments_commentdraft_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_commentdraft
    ADD CONSTRAINT comments_commentdraft_pkey PRIMARY KEY (id);


--
-- Name: comments_endorsement comments_endorsement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_endorsement
    ADD CONSTRAINT comments_endorsement_pkey PRIMARY KEY (id);


--
-- Name: comments_keptgroups comments_keptgroups_activity_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_keptgroups
    ADD CONSTRAINT comments_keptgroups_activity_id_key UNIQUE (activity_id);


--
-- Name: comments_keptgroups comments_keptgroups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_keptgroups
    ADD CONSTRAINT comments_keptgroups_pkey PRIMARY KEY (id);


--
-- Name: comments_quote comments_quote_comment_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_quote
    ADD CONSTRAINT comments_quote_comment_id_key UNIQUE (comment_id);


--
-- Name: comments_quote comments_quote_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_quote
    ADD CONSTRAINT comments_quote_pkey PRIMARY KEY (id);


--
-- Name: comments_receipt comments_receipt_code_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_receipt
    ADD CONSTRAINT comments_receipt_code_hash_key UNIQUE (code_hash);


--
-- Name: comments_receipt comments_receipt_nonce_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_receipt
    ADD CONSTRAINT comments_receipt_nonce_key UNIQUE (nonce);


--
-- Name: comments_receipt comments_receipt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_receipt
    ADD CONSTRAINT comments_receipt_pkey PRIMARY KEY (id);


--
-- Name: comments_revision comments_revision_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_revision
    ADD CONSTRAINT comments_revision_pkey PRIMARY KEY (id);


--
-- Name: comments_sender comments_sender_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_sender
    ADD CONSTRAINT comments_sender_pkey PRIMARY KEY (id);


--
-- Name: comments_thread comments_thread_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_thread
    ADD CONSTRAINT comments_thread_pkey PRIMARY KEY (id);


--
-- Name: open_data_datachange data_change_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_data_datachange
    ADD CONSTRAINT data_change_once UNIQUE (activity_id, deed);


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: documents_document document_slug_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT document_slug_once UNIQUE (activity_id, slug);


--
-- Name: documents_attachment documents_attachment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT documents_attachment_pkey PRIMARY KEY (id);


--
-- Name: documents_document documents_document_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_pkey PRIMARY KEY (id);


--
-- Name: documents_documentdraftimport documents_documentdraftimport_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_documentdraftimport
    ADD CONSTRAINT documents_documentdraftimport_pkey PRIMARY KEY (id);


--
-- Name: documents_documentversion documents_documentversion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT documents_documentversion_pkey PRIMARY KEY (id);


--
-- Name: documents_documentversion documents_documentversion_thread_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT documents_documentversion_thread_id_key UNIQUE (thread_id);


--
-- Name: documents_section documents_section_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section
    ADD CONSTRAINT documents_section_pkey PRIMARY KEY (id);


--
-- Name: documents_section_predecessors documents_section_predec_from_section_id_to_secti_fc256779_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section_predecessors
    ADD CONSTRAINT documents_section_predec_from_section_id_to_secti_fc256779_uniq UNIQUE (from_section_id, to_section_id);


--
-- Name: documents_section_predecessors documents_section_predecessors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section_predecessors
    ADD CONSTRAINT documents_section_predecessors_pkey PRIMARY KEY (id);


--
-- Name: documents_section documents_section_thread_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section
    ADD CONSTRAINT documents_section_thread_id_key UNIQUE (thread_id);


--
-- Name: documents_sectiontext documents_sectiontext_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_sectiontext
    ADD CONSTRAINT documents_sectiontext_pkey PRIMARY KEY (id);


--
-- Name: comments_commentdraft draft_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_commentdraft
    ADD CONSTRAINT draft_once UNIQUE (activity_id, person_id);


--
-- Name: comments_endorsement endorsement_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_endorsement
    ADD CONSTRAINT endorsement_once UNIQUE (comment_id, person_id, kind);


--
-- Name: authorities_accessibilityfeedback feedback_number_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities_accessibilityfeedback
    ADD CONSTRAINT feedback_number_once UNIQUE (authority_id, number);


--
-- Name: processes_formeraddress former_address_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_formeraddress
    ADD CONSTRAINT former_address_once UNIQUE (authority_id, slug);


--
-- Name: answers_formeranswer former_answer_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_formeranswer
    ADD CONSTRAINT former_answer_once UNIQUE (answer_id, revision);


--
-- Name: transfers_formerreply former_reply_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_formerreply
    ADD CONSTRAINT former_reply_once UNIQUE (transfer_id, revision);


--
-- Name: reports_reportfile hearing_file_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportfile
    ADD CONSTRAINT hearing_file_once UNIQUE (hearing_id, kind, language);


--
-- Name: reports_hearingsummary hearing_summary_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_hearingsummary
    ADD CONSTRAINT hearing_summary_once UNIQUE (activity_id, number);


--
-- Name: intake_batch intake_batch_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_batch
    ADD CONSTRAINT intake_batch_pkey PRIMARY KEY (id);


--
-- Name: intake_earlierround intake_earlierround_activity_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_earlierround
    ADD CONSTRAINT intake_earlierround_activity_id_key UNIQUE (activity_id);


--
-- Name: intake_earlierround intake_earlierround_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_earlierround
    ADD CONSTRAINT intake_earlierround_pkey PRIMARY KEY (id);


--
-- Name: intake_entry intake_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_entry
    ADD CONSTRAINT intake_entry_pkey PRIMARY KEY (id);


--
-- Name: intake_entry intake_entry_receipt_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_entry
    ADD CONSTRAINT intake_entry_receipt_id_key UNIQUE (receipt_id);


--
-- Name: intake_mapping intake_mapping_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_mapping
    ADD CONSTRAINT intake_mapping_pkey PRIMARY KEY (id);


--
-- Name: intake_note intake_note_comment_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_note
    ADD CONSTRAINT intake_note_comment_id_key UNIQUE (comment_id);


--
-- Name: intake_note intake_note_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_note
    ADD CONSTRAINT intake_note_pkey PRIMARY KEY (id);


--
-- Name: intake_sheet intake_sheet_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_sheet
    ADD CONSTRAINT intake_sheet_pkey PRIMARY KEY (id);


--
-- Name: intake_sheet intake_sheet_receipt_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_sheet
    ADD CONSTRAINT intake_sheet_receipt_id_key UNIQUE (receipt_id);


--
-- Name: intake_tablelink intake_tablelink_nonce_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablelink
    ADD CONSTRAINT intake_tablelink_nonce_key UNIQUE (nonce);


--
-- Name: intake_tablelink intake_tablelink_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablelink
    ADD CONSTRAINT intake_tablelink_pkey PRIMARY KEY (id);


--
-- Name: intake_tablelink intake_tablelink_token_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablelink
    ADD CONSTRAINT intake_tablelink_token_hash_key UNIQUE (token_hash);


--
-- Name: intake_tablenote intake_tablenote_comment_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT intake_tablenote_comment_id_key UNIQUE (comment_id);


--
-- Name: intake_tablenote intake_tablenote_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT intake_tablenote_pkey PRIMARY KEY (id);


--
-- Name: intake_unsaid intake_unsaid_comment_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_unsaid
    ADD CONSTRAINT intake_unsaid_comment_id_key UNIQUE (comment_id);


--
-- Name: intake_unsaid intake_unsaid_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_unsaid
    ADD CONSTRAINT intake_unsaid_pkey PRIMARY KEY (id);


--
-- Name: intake_upload intake_upload_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_upload
    ADD CONSTRAINT intake_upload_pkey PRIMARY KEY (id);


--
-- Name: intake_uploadprogress intake_uploadprogress_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_uploadprogress
    ADD CONSTRAINT intake_uploadprogress_pkey PRIMARY KEY (upload_id);


--
-- Name: launch_launchpack launch_launchpack_activity_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchpack
    ADD CONSTRAINT launch_launchpack_activity_id_key UNIQUE (activity_id);


--
-- Name: launch_launchpack launch_launchpack_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchpack
    ADD CONSTRAINT launch_launchpack_pkey PRIMARY KEY (id);


--
-- Name: launch_launchpicture launch_launchpicture_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchpicture
    ADD CONSTRAINT launch_launchpicture_pkey PRIMARY KEY (id);


--
-- Name: launch_launchrelease launch_launchrelease_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchrelease
    ADD CONSTRAINT launch_launchrelease_pkey PRIMARY KEY (id);


--
-- Name: launch_launchrelease launch_release_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchrelease
    ADD CONSTRAINT launch_release_once UNIQUE (activity_id, number);


--
-- Name: intake_mapping mapping_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_mapping
    ADD CONSTRAINT mapping_name_once UNIQUE (authority_id, name);


--
-- Name: material_bulkaction material_bulkaction_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_bulkaction
    ADD CONSTRAINT material_bulkaction_key_key UNIQUE (key);


--
-- Name: material_bulkaction material_bulkaction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_bulkaction
    ADD CONSTRAINT material_bulkaction_pkey PRIMARY KEY (id);


--
-- Name: material_commenttheme material_commenttheme_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_commenttheme
    ADD CONSTRAINT material_commenttheme_pkey PRIMARY KEY (id);


--
-- Name: material_commentwork material_commentwork_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_commentwork
    ADD CONSTRAINT material_commentwork_pkey PRIMARY KEY (comment_id);


--
-- Name: material_looking material_looking_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_looking
    ADD CONSTRAINT material_looking_pkey PRIMARY KEY (activity_id);


--
-- Name: material_savedview material_savedview_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_savedview
    ADD CONSTRAINT material_savedview_pkey PRIMARY KEY (id);


--
-- Name: material_signature material_signature_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_signature
    ADD CONSTRAINT material_signature_pkey PRIMARY KEY (comment_id);


--
-- Name: material_staffnote material_staffnote_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_staffnote
    ADD CONSTRAINT material_staffnote_key_key UNIQUE (key);


--
-- Name: material_staffnote material_staffnote_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_staffnote
    ADD CONSTRAINT material_staffnote_pkey PRIMARY KEY (id);


--
-- Name: material_theme material_theme_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_theme
    ADD CONSTRAINT material_theme_pkey PRIMARY KEY (id);


--
-- Name: material_themesuggestion material_themesuggestion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_themesuggestion
    ADD CONSTRAINT material_themesuggestion_pkey PRIMARY KEY (id);


--
-- Name: material_translation material_translation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_translation
    ADD CONSTRAINT material_translation_pkey PRIMARY KEY (id);


--
-- Name: mfa_authenticator mfa_authenticator_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


--
-- Name: moderation_appeal moderation_appeal_decision_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_appeal
    ADD CONSTRAINT moderation_appeal_decision_id_key UNIQUE (decision_id);


--
-- Name: moderation_appeal moderation_appeal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_appeal
    ADD CONSTRAINT moderation_appeal_pkey PRIMARY KEY (id);


--
-- Name: moderation_decision moderation_decision_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decision
    ADD CONSTRAINT moderation_decision_pkey PRIMARY KEY (id);


--
-- Name: moderation_mask moderation_mask_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_mask
    ADD CONSTRAINT moderation_mask_pkey PRIMARY KEY (id);


--
-- Name: moderation_report moderation_report_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_report
    ADD CONSTRAINT moderation_report_pkey PRIMARY KEY (id);


--
-- Name: intake_note note_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_note
    ADD CONSTRAINT note_once UNIQUE (batch_id, key);


--
-- Name: notices_letter notices_letter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices_letter
    ADD CONSTRAINT notices_letter_pkey PRIMARY KEY (id);


--
-- Name: notices_notice notices_notice_once_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_once_key_key UNIQUE (once_key);


--
-- Name: notices_notice notices_notice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_pkey PRIMARY KEY (id);


--
-- Name: reports_practicefile one_file_for_each_language; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_practicefile
    ADD CONSTRAINT one_file_for_each_language UNIQUE (practice_id, language);


--
-- Name: open_data_broughtrequest open_data_broughtrequest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_data_broughtrequest
    ADD CONSTRAINT open_data_broughtrequest_pkey PRIMARY KEY (id);


--
-- Name: open_data_datachange open_data_datachange_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_data_datachange
    ADD CONSTRAINT open_data_datachange_pkey PRIMARY KEY (id);


--
-- Name: open_data_export open_data_export_folder_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_data_export
    ADD CONSTRAINT open_data_export_folder_key UNIQUE (folder);


--
-- Name: open_data_export open_data_export_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_data_export
    ADD CONSTRAINT open_data_export_pkey PRIMARY KEY (id);


--
-- Name: people_organisation organisation_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT organisation_once UNIQUE (authority_id, skeleton);


--
-- Name: outcomes_formerpromise outcomes_formerpromise_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_formerpromise
    ADD CONSTRAINT outcomes_formerpromise_pkey PRIMARY KEY (id);


--
-- Name: outcomes_measure outcomes_measure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_pkey PRIMARY KEY (id);


--
-- Name: outcomes_measureupdate outcomes_measureupdate_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_measureupdate
    ADD CONSTRAINT outcomes_measureupdate_pkey PRIMARY KEY (id);


--
-- Name: outcomes_outcome outcomes_outcome_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_outcome
    ADD CONSTRAINT outcomes_outcome_pkey PRIMARY KEY (id);


--
-- Name: people_block people_block_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_block
    ADD CONSTRAINT people_block_pkey PRIMARY KEY (id);


--
-- Name: people_organisation people_organisation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_pkey PRIMARY KEY (id);


--
-- Name: people_person people_person_guest_token_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_guest_token_key UNIQUE (guest_token);


--
-- Name: people_person people_person_identity_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_identity_hash_key UNIQUE (identity_hash);


--
-- Name: people_person people_person_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);


--
-- Name: people_ratewindow people_ratewindow_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_ratewindow
    ADD CONSTRAINT people_ratewindow_key_key UNIQUE (key);


--
-- Name: people_ratewindow people_ratewindow_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_ratewindow
    ADD CONSTRAINT people_ratewindow_pkey PRIMARY KEY (id);


--
-- Name: people_representation people_representation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_representation
    ADD CONSTRAINT people_representation_pkey PRIMARY KEY (id);


--
-- Name: people_rolegrant people_rolegrant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_rolegrant
    ADD CONSTRAINT people_rolegrant_pkey PRIMARY KEY (id);


--
-- Name: places_area places_area_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.places_area
    ADD CONSTRAINT places_area_pkey PRIMARY KEY (id);


--
-- Name: places_population places_population_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.places_population
    ADD CONSTRAINT places_population_pkey PRIMARY KEY (id);


--
-- Name: places_population population_once_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.places_population
    ADD CONSTRAINT population_once_a_day UNIQUE (area_id, "on");


--
-- Name: processes_process process_slug_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_process
    ADD CONSTRAINT process_slug_once UNIQUE (owner_id, slug);


--
-- Name: processes_activity processes_activity_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_activity
    ADD CONSTRAINT processes_activity_pkey PRIMARY KEY (id);


--
-- Name: processes_follow processes_follow_nonce_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_follow
    ADD CONSTRAINT processes_follow_nonce_key UNIQUE (nonce);


--
-- Name: processes_follow processes_follow_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_follow
    ADD CONSTRAINT processes_follow_pkey PRIMARY KEY (id);


--
-- Name: processes_formeraddress processes_formeraddress_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_formeraddress
    ADD CONSTRAINT processes_formeraddress_pkey PRIMARY KEY (id);


--
-- Name: processes_invitation processes_invitation_nonce_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_invitation
    ADD CONSTRAINT processes_invitation_nonce_key UNIQUE (nonce);


--
-- Name: processes_invitation processes_invitation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_invitation
    ADD CONSTRAINT processes_invitation_pkey PRIMARY KEY (id);


--
-- Name: processes_phase processes_phase_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_phase
    ADD CONSTRAINT processes_phase_pkey PRIMARY KEY (id);


--
-- Name: processes_process processes_process_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_process
    ADD CONSTRAINT processes_process_pkey PRIMARY KEY (id);


--
-- Name: processes_processpartner processes_processpartner_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_processpartner
    ADD CONSTRAINT processes_processpartner_pkey PRIMARY KEY (id);


--
-- Name: processes_processrole processes_processrole_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_processrole
    ADD CONSTRAINT processes_processrole_pkey PRIMARY KEY (id);


--
-- Name: processes_searchentry processes_searchentry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_searchentry
    ADD CONSTRAINT processes_searchentry_pkey PRIMARY KEY (id);


--
-- Name: processes_stage processes_stage_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_stage
    ADD CONSTRAINT processes_stage_pkey PRIMARY KEY (id);


--
-- Name: procrastinate_events procrastinate_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);


--
-- Name: procrastinate_jobs procrastinate_jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);


--
-- Name: procrastinate_periodic_defers procrastinate_periodic_defers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);


--
-- Name: procrastinate_periodic_defers procrastinate_periodic_defers_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);


--
-- Name: procrastinate_workers procrastinate_workers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);


--
-- Name: comments_sender pseudonyms_differ; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_sender
    ADD CONSTRAINT pseudonyms_differ UNIQUE (activity_id, skeleton);


--
-- Name: comments_receipt receipt_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_receipt
    ADD CONSTRAINT receipt_once UNIQUE (activity_id, key);


--
-- Name: reports_reportfile report_file_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportfile
    ADD CONSTRAINT report_file_once UNIQUE (version_id, kind, language);


--
-- Name: moderation_report report_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_report
    ADD CONSTRAINT report_once UNIQUE (comment_id, person_id);


--
-- Name: reports_reportversion report_version_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportversion
    ADD CONSTRAINT report_version_once UNIQUE (activity_id, number);


--
-- Name: reports_hearingsummary reports_hearingsummary_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_hearingsummary
    ADD CONSTRAINT reports_hearingsummary_pkey PRIMARY KEY (id);


--
-- Name: reports_practice reports_practice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_practice
    ADD CONSTRAINT reports_practice_pkey PRIMARY KEY (id);


--
-- Name: reports_practicefile reports_practicefile_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_practicefile
    ADD CONSTRAINT reports_practicefile_pkey PRIMARY KEY (id);


--
-- Name: reports_report reports_report_activity_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_activity_id_key UNIQUE (activity_id);


--
-- Name: reports_report reports_report_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_pkey PRIMARY KEY (id);


--
-- Name: reports_reportannex reports_reportannex_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportannex
    ADD CONSTRAINT reports_reportannex_pkey PRIMARY KEY (id);


--
-- Name: reports_reportannex reports_reportannex_version_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportannex
    ADD CONSTRAINT reports_reportannex_version_id_key UNIQUE (version_id);


--
-- Name: reports_reportfile reports_reportfile_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportfile
    ADD CONSTRAINT reports_reportfile_pkey PRIMARY KEY (id);


--
-- Name: reports_reportversion reports_reportversion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportversion
    ADD CONSTRAINT reports_reportversion_pkey PRIMARY KEY (id);


--
-- Name: people_representation representation_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_representation
    ADD CONSTRAINT representation_once UNIQUE (person_id, organisation_id);


--
-- Name: open_data_broughtrequest request_brought_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_data_broughtrequest
    ADD CONSTRAINT request_brought_once UNIQUE (authority_id, key);


--
-- Name: site_retentioncount retention_counted_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site_retentioncount
    ADD CONSTRAINT retention_counted_once UNIQUE NULLS NOT DISTINCT (run_id, authority_id, kind);


--
-- Name: comments_revision revision_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_revision
    ADD CONSTRAINT revision_once UNIQUE (comment_id, number);


--
-- Name: processes_searchentry search_entry_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_searchentry
    ADD CONSTRAINT search_entry_once UNIQUE (target, language);


--
-- Name: documents_section section_anchor_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section
    ADD CONSTRAINT section_anchor_once UNIQUE (version_id, anchor);


--
-- Name: documents_section section_position_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section
    ADD CONSTRAINT section_position_once UNIQUE (version_id, "position") DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_sectiontext section_text_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_sectiontext
    ADD CONSTRAINT section_text_once UNIQUE (section_id, language);


--
-- Name: comments_sender sender_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_sender
    ADD CONSTRAINT sender_once UNIQUE (activity_id, person_id);


--
-- Name: intake_sheet sheet_number_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_sheet
    ADD CONSTRAINT sheet_number_once UNIQUE (batch_id, number);


--
-- Name: site_namedexport site_namedexport_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site_namedexport
    ADD CONSTRAINT site_namedexport_pkey PRIMARY KEY (id);


--
-- Name: site_retentioncount site_retentioncount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site_retentioncount
    ADD CONSTRAINT site_retentioncount_pkey PRIMARY KEY (id);


--
-- Name: site_retentionrun site_retentionrun_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site_retentionrun
    ADD CONSTRAINT site_retentionrun_pkey PRIMARY KEY (id);


--
-- Name: site_trailcheck site_trailcheck_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site_trailcheck
    ADD CONSTRAINT site_trailcheck_pkey PRIMARY KEY (id);


--
-- Name: processes_stage stages_do_not_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_stage
    ADD CONSTRAINT stages_do_not_overlap EXCLUDE USING gist (activity_id WITH =, tstzrange(opens_at, closes_at, '[)'::text) WITH &&);


--
-- Name: statements_statement statement_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statement
    ADD CONSTRAINT statement_once UNIQUE (activity_id, organisation_id);


--
-- Name: statements_statementpart statement_part_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementpart
    ADD CONSTRAINT statement_part_once UNIQUE (statement_id, section_id);


--
-- Name: statements_statementpart statement_whole_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementpart
    ADD CONSTRAINT statement_whole_once UNIQUE (statement_id, version_id);


--
-- Name: statements_colleague statements_colleague_nonce_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_colleague
    ADD CONSTRAINT statements_colleague_nonce_key UNIQUE (nonce);


--
-- Name: statements_colleague statements_colleague_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_colleague
    ADD CONSTRAINT statements_colleague_pkey PRIMARY KEY (id);


--
-- Name: statements_statement statements_statement_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statement
    ADD CONSTRAINT statements_statement_key_key UNIQUE (key);


--
-- Name: statements_statement statements_statement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statement
    ADD CONSTRAINT statements_statement_pkey PRIMARY KEY (id);


--
-- Name: statements_statement statements_statement_receipt_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statement
    ADD CONSTRAINT statements_statement_receipt_id_key UNIQUE (receipt_id);


--
-- Name: statements_statementnote statements_statementnote_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementnote
    ADD CONSTRAINT statements_statementnote_pkey PRIMARY KEY (id);


--
-- Name: statements_statementpart statements_statementpart_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementpart
    ADD CONSTRAINT statements_statementpart_pkey PRIMARY KEY (id);


--
-- Name: intake_tablenote table_note_number_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT table_note_number_once UNIQUE (link_id, number);


--
-- Name: intake_tablenote table_note_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT table_note_once UNIQUE (link_id, key);


--
-- Name: material_commenttheme theme_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_commenttheme
    ADD CONSTRAINT theme_once UNIQUE (theme_id, comment_id);


--
-- Name: transfers_transfer transfer_key_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfer_key_once UNIQUE (comment_id, key);


--
-- Name: transfers_formerreply transfers_formerreply_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_formerreply
    ADD CONSTRAINT transfers_formerreply_pkey PRIMARY KEY (id);


--
-- Name: transfers_transfer transfers_transfer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfers_transfer_pkey PRIMARY KEY (id);


--
-- Name: translating_returnedfile translating_returnedfile_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.translating_returnedfile
    ADD CONSTRAINT translating_returnedfile_pkey PRIMARY KEY (id);


--
-- Name: material_translation translation_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_translation
    ADD CONSTRAINT translation_once UNIQUE (comment_id, language);


--
-- Name: intake_upload upload_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_upload
    ADD CONSTRAINT upload_once UNIQUE (activity_id, kind, digest);


--
-- Name: documents_documentversion version_number_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT version_number_once UNIQUE (document_id, number);


--
-- Name: material_savedview view_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_savedview
    ADD CONSTRAINT view_name_once UNIQUE (activity_id, person_id, name);


--
-- Name: account_emailaddress_email_03be32b2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


--
-- Name: account_emailaddress_email_03be32b2_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


--
-- Name: account_emailaddress_user_id_2c513194; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


--
-- Name: account_emailconfirmation_email_address_id_5b7f8c58; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


--
-- Name: account_emailconfirmation_key_f43612bd_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


--
-- Name: answer_published; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answer_published ON public.answers_answer USING btree (activity_id, published_at DESC);


--
-- Name: answer_ready; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answer_ready ON public.answers_answer USING btree (activity_id) WHERE (ready_at IS NOT NULL);


--
-- Name: answers_answer_activity_id_655894ac; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answer_activity_id_655894ac ON public.answers_answer USING btree (activity_id);


--
-- Name: answers_answer_changed_section_id_2030e2a3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answer_changed_section_id_2030e2a3 ON public.answers_answer USING btree (changed_section_id);


--
-- Name: answers_answer_created_by_id_4d30312c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answer_created_by_id_4d30312c ON public.answers_answer USING btree (created_by_id);


--
-- Name: answers_answer_published_by_id_63f21932; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answer_published_by_id_63f21932 ON public.answers_answer USING btree (published_by_id);


--
-- Name: answers_answer_ready_by_id_8731d690; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answer_ready_by_id_8731d690 ON public.answers_answer USING btree (ready_by_id);


--
-- Name: answers_answer_saved_by_id_5b591a05; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answer_saved_by_id_5b591a05 ON public.answers_answer USING btree (saved_by_id);


--
-- Name: answers_answeredcomment_answer_id_de6ed897; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answeredcomment_answer_id_de6ed897 ON public.answers_answeredcomment USING btree (answer_id);


--
-- Name: answers_answeredcomment_joined_by_id_dd477af9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answeredcomment_joined_by_id_dd477af9 ON public.answers_answeredcomment USING btree (joined_by_id);


--
-- Name: answers_answertemplate_authority_id_24df6b3c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answertemplate_authority_id_24df6b3c ON public.answers_answertemplate USING btree (authority_id);


--
-- Name: answers_answertemplate_saved_by_id_238111dc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_answertemplate_saved_by_id_238111dc ON public.answers_answertemplate USING btree (saved_by_id);


--
-- Name: answers_closure_by_id_aa112fb8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_closure_by_id_aa112fb8 ON public.answers_closure USING btree (by_id);


--
-- Name: answers_correction_changed_section_id_2927143f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_correction_changed_section_id_2927143f ON public.answers_correction USING btree (changed_section_id);


--
-- Name: answers_correction_saved_by_id_de6c1d31; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_correction_saved_by_id_de6c1d31 ON public.answers_correction USING btree (saved_by_id);


--
-- Name: answers_formeranswer_answer_id_23d1018d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answers_formeranswer_answer_id_23d1018d ON public.answers_formeranswer USING btree (answer_id);


--
-- Name: audit_authority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_authority ON public.audit_entry USING btree (authority_id, id DESC);


--
-- Name: audit_process; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_process ON public.audit_entry USING btree (process_id, id DESC);


--
-- Name: audit_target; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_target ON public.audit_entry USING btree (target);


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: authorities_accessibilityfeedback_authority_id_f388108a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX authorities_accessibilityfeedback_authority_id_f388108a ON public.authorities_accessibilityfeedback USING btree (authority_id);


--
-- Name: authorities_authority_slug_b940b212_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX authorities_authority_slug_b940b212_like ON public.authorities_authority USING btree (slug varchar_pattern_ops);


--
-- Name: authorities_authority_successor_id_7111eccc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX authorities_authority_successor_id_7111eccc ON public.authorities_authority USING btree (successor_id);


--
-- Name: block_person_until; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX block_person_until ON public.people_block USING btree (person_id, until);


--
-- Name: bulk_comments; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bulk_comments ON public.material_bulkaction USING gin (comments);


--
-- Name: bulk_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bulk_newest ON public.material_bulkaction USING btree (activity_id, id DESC);


--
-- Name: bunches_largest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bunches_largest ON public.material_signature USING btree (activity_id, like_count DESC, comment_id) WHERE (like_count > 0);


--
-- Name: comment_best_argued; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_best_argued ON public.comments_comment USING btree (activity_id, well_argued_count DESC, id DESC) WHERE ((state)::text = 'visible'::text);


--
-- Name: comment_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_due ON public.comments_comment USING btree (activity_id, handling, id) WHERE ((state)::text = 'visible'::text);


--
-- Name: comment_most_agreed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_most_agreed ON public.comments_comment USING btree (activity_id, agree_count DESC, id DESC) WHERE ((state)::text = 'visible'::text);


--
-- Name: comment_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_newest ON public.comments_comment USING btree (activity_id, id DESC) WHERE ((state)::text = 'visible'::text);


--
-- Name: comment_of_thread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_of_thread ON public.comments_comment USING btree (thread_id, agree_count DESC, id DESC) WHERE (((state)::text = 'visible'::text) OR ((reply_count > 0) AND ((state)::text = ANY ((ARRAY['hidden'::character varying, 'withdrawn'::character varying])::text[]))));


--
-- Name: comment_rewritten; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_rewritten ON public.comments_comment USING btree (activity_id, rewritten_at DESC) WHERE (rewritten_at IS NOT NULL);


--
-- Name: comment_sender; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_sender ON public.comments_comment USING btree (sender_id);


--
-- Name: comment_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_state ON public.comments_comment USING btree (activity_id, state, id);


--
-- Name: comments_backgroundtotal_activity_id_19aa3775; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_backgroundtotal_activity_id_19aa3775 ON public.comments_backgroundtotal USING btree (activity_id);


--
-- Name: comments_backgroundtotal_municipality_id_93423165; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_backgroundtotal_municipality_id_93423165 ON public.comments_backgroundtotal USING btree (municipality_id);


--
-- Name: comments_comment_activity_id_cdfa8b55; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_comment_activity_id_cdfa8b55 ON public.comments_comment USING btree (activity_id);


--
-- Name: comments_comment_entered_by_id_a3622c05; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_comment_entered_by_id_a3622c05 ON public.comments_comment USING btree (entered_by_id);


--
-- Name: comments_comment_parent_id_3e0802fb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_comment_parent_id_3e0802fb ON public.comments_comment USING btree (parent_id);


--
-- Name: comments_comment_receipt_id_508a3fe3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_comment_receipt_id_508a3fe3 ON public.comments_comment USING btree (receipt_id);


--
-- Name: comments_comment_sender_id_7f201617; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_comment_sender_id_7f201617 ON public.comments_comment USING btree (sender_id);


--
-- Name: comments_comment_thread_id_fab41b92; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_comment_thread_id_fab41b92 ON public.comments_comment USING btree (thread_id);


--
-- Name: comments_commentdraft_activity_id_ec17bc77; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_commentdraft_activity_id_ec17bc77 ON public.comments_commentdraft USING btree (activity_id);


--
-- Name: comments_commentdraft_person_id_9f448c98; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_commentdraft_person_id_9f448c98 ON public.comments_commentdraft USING btree (person_id);


--
-- Name: comments_endorsement_comment_id_93b7c265; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_endorsement_comment_id_93b7c265 ON public.comments_endorsement USING btree (comment_id);


--
-- Name: comments_endorsement_person_id_9f68c131; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_endorsement_person_id_9f68c131 ON public.comments_endorsement USING btree (person_id);


--
-- Name: comments_receipt_activity_id_9a3107d2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_receipt_activity_id_9a3107d2 ON public.comments_receipt USING btree (activity_id);


--
-- Name: comments_receipt_code_hash_e3c0ef75_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_receipt_code_hash_e3c0ef75_like ON public.comments_receipt USING btree (code_hash varchar_pattern_ops);


--
-- Name: comments_receipt_nonce_51e23020_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_receipt_nonce_51e23020_like ON public.comments_receipt USING btree (nonce varchar_pattern_ops);


--
-- Name: comments_receipt_sender_id_29a9b461; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_receipt_sender_id_29a9b461 ON public.comments_receipt USING btree (sender_id);


--
-- Name: comments_revision_comment_id_1a75bde3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_revision_comment_id_1a75bde3 ON public.comments_revision USING btree (comment_id);


--
-- Name: comments_sender_activity_id_bacaf14d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_sender_activity_id_bacaf14d ON public.comments_sender USING btree (activity_id);


--
-- Name: comments_sender_municipality_id_08adcb77; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_sender_municipality_id_08adcb77 ON public.comments_sender USING btree (municipality_id);


--
-- Name: comments_sender_organisation_id_1ef15562; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_sender_organisation_id_1ef15562 ON public.comments_sender USING btree (organisation_id);


--
-- Name: comments_sender_person_id_a7581b78; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_sender_person_id_a7581b78 ON public.comments_sender USING btree (person_id);


--
-- Name: comments_thread_activity_id_c6c8b9d0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_thread_activity_id_c6c8b9d0 ON public.comments_thread USING btree (activity_id);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: documents_attachment_added_by_id_afe4f175; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_attachment_added_by_id_afe4f175 ON public.documents_attachment USING btree (added_by_id);


--
-- Name: documents_attachment_document_id_6a94351f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_attachment_document_id_6a94351f ON public.documents_attachment USING btree (document_id);


--
-- Name: documents_document_activity_id_e102c18f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_document_activity_id_e102c18f ON public.documents_document USING btree (activity_id);


--
-- Name: documents_document_slug_10ec7f96; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_document_slug_10ec7f96 ON public.documents_document USING btree (slug);


--
-- Name: documents_document_slug_10ec7f96_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_document_slug_10ec7f96_like ON public.documents_document USING btree (slug varchar_pattern_ops);


--
-- Name: documents_documentdraftimport_created_by_id_8debf50c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_documentdraftimport_created_by_id_8debf50c ON public.documents_documentdraftimport USING btree (created_by_id);


--
-- Name: documents_documentdraftimport_document_id_5dbd8e8d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_documentdraftimport_document_id_5dbd8e8d ON public.documents_documentdraftimport USING btree (document_id);


--
-- Name: documents_documentversion_document_id_42757b7a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_documentversion_document_id_42757b7a ON public.documents_documentversion USING btree (document_id);


--
-- Name: documents_section_anchor_b9cb2f2d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_section_anchor_b9cb2f2d ON public.documents_section USING btree (anchor);


--
-- Name: documents_section_anchor_b9cb2f2d_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_section_anchor_b9cb2f2d_like ON public.documents_section USING btree (anchor varchar_pattern_ops);


--
-- Name: documents_section_predecessors_from_section_id_79de8846; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_section_predecessors_from_section_id_79de8846 ON public.documents_section_predecessors USING btree (from_section_id);


--
-- Name: documents_section_predecessors_to_section_id_a3bebf69; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_section_predecessors_to_section_id_a3bebf69 ON public.documents_section_predecessors USING btree (to_section_id);


--
-- Name: documents_section_version_id_11a713e0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_section_version_id_11a713e0 ON public.documents_section USING btree (version_id);


--
-- Name: documents_sectiontext_section_id_28a4a0f7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_sectiontext_section_id_28a4a0f7 ON public.documents_sectiontext USING btree (section_id);


--
-- Name: email_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX email_once ON public.people_person USING btree (lower((email)::text));


--
-- Name: export_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX export_newest ON public.open_data_export USING btree (activity_id, ready_at DESC);


--
-- Name: follow_once_by_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX follow_once_by_email ON public.processes_follow USING btree (process_id, lower((email)::text)) WHERE ((ended_at IS NULL) AND (NOT ((email)::text = ''::text)));


--
-- Name: follow_once_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX follow_once_by_person ON public.processes_follow USING btree (process_id, person_id) WHERE (((email)::text = ''::text) AND (ended_at IS NULL));


--
-- Name: idx_procrastinate_jobs_worker_not_null; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));


--
-- Name: idx_procrastinate_workers_last_heartbeat; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);


--
-- Name: intake_batch_activity_id_048bcac2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_batch_activity_id_048bcac2 ON public.intake_batch USING btree (activity_id);


--
-- Name: intake_batch_begun_by_id_8dc16417; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_batch_begun_by_id_8dc16417 ON public.intake_batch USING btree (begun_by_id);


--
-- Name: intake_batch_drawn_by_id_78bfb689; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_batch_drawn_by_id_78bfb689 ON public.intake_batch USING btree (drawn_by_id);


--
-- Name: intake_batch_finished_by_id_a4a8217f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_batch_finished_by_id_a4a8217f ON public.intake_batch USING btree (finished_by_id);


--
-- Name: intake_earlierround_declared_by_id_f199886c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_earlierround_declared_by_id_f199886c ON public.intake_earlierround USING btree (declared_by_id);


--
-- Name: intake_entry_entered_by_id_f4938781; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_entry_entered_by_id_f4938781 ON public.intake_entry USING btree (entered_by_id);


--
-- Name: intake_entry_told_by_id_2bde0694; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_entry_told_by_id_2bde0694 ON public.intake_entry USING btree (told_by_id);


--
-- Name: intake_mapping_authority_id_9044a753; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_mapping_authority_id_9044a753 ON public.intake_mapping USING btree (authority_id);


--
-- Name: intake_mapping_saved_by_id_2bf9946f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_mapping_saved_by_id_2bf9946f ON public.intake_mapping USING btree (saved_by_id);


--
-- Name: intake_note_batch_id_d1345bbe; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_note_batch_id_d1345bbe ON public.intake_note USING btree (batch_id);


--
-- Name: intake_sheet_batch_id_5a484baf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_sheet_batch_id_5a484baf ON public.intake_sheet USING btree (batch_id);


--
-- Name: intake_sheet_checked_by_id_52faaa31; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_sheet_checked_by_id_52faaa31 ON public.intake_sheet USING btree (checked_by_id);


--
-- Name: intake_sheet_second_by_id_4ccad1fe; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_sheet_second_by_id_4ccad1fe ON public.intake_sheet USING btree (second_by_id);


--
-- Name: intake_tablelink_batch_id_f072c7d4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_tablelink_batch_id_f072c7d4 ON public.intake_tablelink USING btree (batch_id);


--
-- Name: intake_tablelink_made_by_id_63f77d31; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_tablelink_made_by_id_63f77d31 ON public.intake_tablelink USING btree (made_by_id);


--
-- Name: intake_tablelink_nonce_a5183fd5_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_tablelink_nonce_a5183fd5_like ON public.intake_tablelink USING btree (nonce varchar_pattern_ops);


--
-- Name: intake_tablelink_token_hash_0991d1af_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_tablelink_token_hash_0991d1af_like ON public.intake_tablelink USING btree (token_hash varchar_pattern_ops);


--
-- Name: intake_tablenote_link_id_0ec48d54; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_tablenote_link_id_0ec48d54 ON public.intake_tablenote USING btree (link_id);


--
-- Name: intake_tablenote_mended_by_id_d89d423d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_tablenote_mended_by_id_d89d423d ON public.intake_tablenote USING btree (mended_by_id);


--
-- Name: intake_tablenote_settled_by_id_683f789f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_tablenote_settled_by_id_683f789f ON public.intake_tablenote USING btree (settled_by_id);


--
-- Name: intake_tablenote_thread_id_803223de; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_tablenote_thread_id_803223de ON public.intake_tablenote USING btree (thread_id);


--
-- Name: intake_tablenote_written_thread_id_fe525fd6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_tablenote_written_thread_id_fe525fd6 ON public.intake_tablenote USING btree (written_thread_id);


--
-- Name: intake_unsaid_entry_id_2e4a3372; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_unsaid_entry_id_2e4a3372 ON public.intake_unsaid USING btree (entry_id);


--
-- Name: intake_upload_activity_id_1323201b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_upload_activity_id_1323201b ON public.intake_upload USING btree (activity_id);


--
-- Name: intake_upload_imported_by_id_e5508521; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_upload_imported_by_id_e5508521 ON public.intake_upload USING btree (imported_by_id);


--
-- Name: intake_upload_uploaded_by_id_bbd4b34d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_upload_uploaded_by_id_bbd4b34d ON public.intake_upload USING btree (uploaded_by_id);


--
-- Name: intake_upload_work_by_id_9c88fe0f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX intake_upload_work_by_id_9c88fe0f ON public.intake_upload USING btree (work_by_id);


--
-- Name: launch_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX launch_due ON public.launch_launchrelease USING btree (release_at) WHERE (told_at IS NULL);


--
-- Name: launch_launchpack_picture_id_b3812b73; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX launch_launchpack_picture_id_b3812b73 ON public.launch_launchpack USING btree (picture_id);


--
-- Name: launch_launchpicture_activity_id_122d1cac; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX launch_launchpicture_activity_id_122d1cac ON public.launch_launchpicture USING btree (activity_id);


--
-- Name: launch_launchrelease_activity_id_d14e185a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX launch_launchrelease_activity_id_d14e185a ON public.launch_launchrelease USING btree (activity_id);


--
-- Name: launch_launchrelease_picture_id_7833021f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX launch_launchrelease_picture_id_7833021f ON public.launch_launchrelease USING btree (picture_id);


--
-- Name: launch_launchrelease_released_by_id_58fe7757; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX launch_launchrelease_released_by_id_58fe7757 ON public.launch_launchrelease USING btree (released_by_id);


--
-- Name: launch_planned_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX launch_planned_once ON public.launch_launchrelease USING btree (activity_id) WHERE (told_at IS NULL);


--
-- Name: material_bulkaction_activity_id_91329dc7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_bulkaction_activity_id_91329dc7 ON public.material_bulkaction USING btree (activity_id);


--
-- Name: material_bulkaction_assignee_id_b8ae6a79; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_bulkaction_assignee_id_b8ae6a79 ON public.material_bulkaction USING btree (assignee_id);


--
-- Name: material_bulkaction_by_id_0c6b5ee0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_bulkaction_by_id_0c6b5ee0 ON public.material_bulkaction USING btree (by_id);


--
-- Name: material_bulkaction_theme_id_8d683bf6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_bulkaction_theme_id_8d683bf6 ON public.material_bulkaction USING btree (theme_id);


--
-- Name: material_bulkaction_undone_by_id_c58efd6d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_bulkaction_undone_by_id_c58efd6d ON public.material_bulkaction USING btree (undone_by_id);


--
-- Name: material_commenttheme_comment_id_5e0d8a6e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_commenttheme_comment_id_5e0d8a6e ON public.material_commenttheme USING btree (comment_id);


--
-- Name: material_commenttheme_theme_id_10977461; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_commenttheme_theme_id_10977461 ON public.material_commenttheme USING btree (theme_id);


--
-- Name: material_commentwork_assignee_id_9e71a283; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_commentwork_assignee_id_9e71a283 ON public.material_commentwork USING btree (assignee_id);


--
-- Name: material_savedview_activity_id_cb580c6a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_savedview_activity_id_cb580c6a ON public.material_savedview USING btree (activity_id);


--
-- Name: material_savedview_person_id_da6bc954; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_savedview_person_id_da6bc954 ON public.material_savedview USING btree (person_id);


--
-- Name: material_signature_activity_id_c0c94643; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_signature_activity_id_c0c94643 ON public.material_signature USING btree (activity_id);


--
-- Name: material_signature_leader_id_493b41e5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_signature_leader_id_493b41e5 ON public.material_signature USING btree (leader_id);


--
-- Name: material_staffnote_by_id_49c3a43b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_staffnote_by_id_49c3a43b ON public.material_staffnote USING btree (by_id);


--
-- Name: material_staffnote_comment_id_d56eb74a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_staffnote_comment_id_d56eb74a ON public.material_staffnote USING btree (comment_id);


--
-- Name: material_theme_activity_id_2d715c80; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_theme_activity_id_2d715c80 ON public.material_theme USING btree (activity_id);


--
-- Name: material_theme_made_by_id_e312fa1c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_theme_made_by_id_e312fa1c ON public.material_theme USING btree (made_by_id);


--
-- Name: material_themesuggestion_activity_id_49cdd923; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_themesuggestion_activity_id_49cdd923 ON public.material_themesuggestion USING btree (activity_id);


--
-- Name: material_themesuggestion_decided_by_id_1b943af1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_themesuggestion_decided_by_id_1b943af1 ON public.material_themesuggestion USING btree (decided_by_id);


--
-- Name: material_themesuggestion_theme_id_a3a3b24c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_themesuggestion_theme_id_a3a3b24c ON public.material_themesuggestion USING btree (theme_id);


--
-- Name: material_translation_by_id_246c87f2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_translation_by_id_246c87f2 ON public.material_translation USING btree (by_id);


--
-- Name: material_translation_comment_id_96a882d3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX material_translation_comment_id_96a882d3 ON public.material_translation USING btree (comment_id);


--
-- Name: measure_process; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX measure_process ON public.outcomes_measure USING btree (process_id, id DESC);


--
-- Name: mfa_authenticator_user_id_0c3a50c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


--
-- Name: moderation_appeal_decided_by_id_56a03eee; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_appeal_decided_by_id_56a03eee ON public.moderation_appeal USING btree (decided_by_id);


--
-- Name: moderation_decision_by_id_c73b84b3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decision_by_id_c73b84b3 ON public.moderation_decision USING btree (by_id);


--
-- Name: moderation_decision_comment_id_64a73931; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decision_comment_id_64a73931 ON public.moderation_decision USING btree (comment_id);


--
-- Name: moderation_mask_comment_id_d76d31fd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_mask_comment_id_d76d31fd ON public.moderation_mask USING btree (comment_id);


--
-- Name: moderation_mask_decision_id_dfbb3408; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_mask_decision_id_dfbb3408 ON public.moderation_mask USING btree (decision_id);


--
-- Name: moderation_report_comment_id_c1c2aa53; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_report_comment_id_c1c2aa53 ON public.moderation_report USING btree (comment_id);


--
-- Name: moderation_report_person_id_83a5cb4c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_report_person_id_83a5cb4c ON public.moderation_report USING btree (person_id);


--
-- Name: named_export_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX named_export_newest ON public.site_namedexport USING btree (authority_id, at DESC);


--
-- Name: notice_authority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_authority ON public.notices_notice USING btree (authority_id, state, id DESC);


--
-- Name: notice_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_person ON public.notices_notice USING btree (person_id, id DESC);


--
-- Name: notice_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_state ON public.notices_notice USING btree (state, next_try_at);


--
-- Name: notices_notice_authority_id_3d95839f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_notice_authority_id_3d95839f ON public.notices_notice USING btree (authority_id);


--
-- Name: notices_notice_once_key_518f616c_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_notice_once_key_518f616c_like ON public.notices_notice USING btree (once_key varchar_pattern_ops);


--
-- Name: notices_notice_person_id_94368381; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_notice_person_id_94368381 ON public.notices_notice USING btree (person_id);


--
-- Name: one_draft_at_a_time; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_draft_at_a_time ON public.documents_documentversion USING btree (document_id) WHERE (published_at IS NULL);


--
-- Name: one_export_at_a_time; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_export_at_a_time ON public.open_data_export USING btree (activity_id) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying])::text[]));


--
-- Name: open_data_broughtrequest_authority_id_da8c7d7a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX open_data_broughtrequest_authority_id_da8c7d7a ON public.open_data_broughtrequest USING btree (authority_id);


--
-- Name: open_data_broughtrequest_process_id_b64ddfdc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX open_data_broughtrequest_process_id_b64ddfdc ON public.open_data_broughtrequest USING btree (process_id);


--
-- Name: open_data_export_activity_id_e6588d2e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX open_data_export_activity_id_e6588d2e ON public.open_data_export USING btree (activity_id);


--
-- Name: open_data_export_folder_92d35ff2_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX open_data_export_folder_92d35ff2_like ON public.open_data_export USING btree (folder varchar_pattern_ops);


--
-- Name: outcome_process; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcome_process ON public.outcomes_outcome USING btree (process_id, "on" DESC);


--
-- Name: outcomes_formerpromise_measure_id_0da8bdde; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_formerpromise_measure_id_0da8bdde ON public.outcomes_formerpromise USING btree (measure_id);


--
-- Name: outcomes_formerpromise_owner_id_362485ce; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_formerpromise_owner_id_362485ce ON public.outcomes_formerpromise USING btree (owner_id);


--
-- Name: outcomes_measure_answer_id_1de457a1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_measure_answer_id_1de457a1 ON public.outcomes_measure USING btree (answer_id);


--
-- Name: outcomes_measure_outcome_id_ddc0b902; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_measure_outcome_id_ddc0b902 ON public.outcomes_measure USING btree (outcome_id);


--
-- Name: outcomes_measure_owner_id_0d5ccb82; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_measure_owner_id_0d5ccb82 ON public.outcomes_measure USING btree (owner_id);


--
-- Name: outcomes_measure_process_id_b75e2bc1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_measure_process_id_b75e2bc1 ON public.outcomes_measure USING btree (process_id);


--
-- Name: outcomes_measure_reminded_id_885801b6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_measure_reminded_id_885801b6 ON public.outcomes_measure USING btree (reminded_id);


--
-- Name: outcomes_measureupdate_by_id_a9fa1b5d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_measureupdate_by_id_a9fa1b5d ON public.outcomes_measureupdate USING btree (by_id);


--
-- Name: outcomes_measureupdate_measure_id_b5e955ca; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_measureupdate_measure_id_b5e955ca ON public.outcomes_measureupdate USING btree (measure_id);


--
-- Name: outcomes_outcome_process_id_27889058; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_outcome_process_id_27889058 ON public.outcomes_outcome USING btree (process_id);


--
-- Name: partner_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX partner_once ON public.processes_processpartner USING btree (process_id, authority_id) WHERE (left_at IS NULL);


--
-- Name: people_block_authority_id_39ca2298; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_block_authority_id_39ca2298 ON public.people_block USING btree (authority_id);


--
-- Name: people_block_blocked_by_id_7d5b4304; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_block_blocked_by_id_7d5b4304 ON public.people_block USING btree (blocked_by_id);


--
-- Name: people_block_person_id_25f4fa43; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_block_person_id_25f4fa43 ON public.people_block USING btree (person_id);


--
-- Name: people_organisation_authority_id_6e81355a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_organisation_authority_id_6e81355a ON public.people_organisation USING btree (authority_id);


--
-- Name: people_organisation_verified_by_id_40038469; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_organisation_verified_by_id_40038469 ON public.people_organisation USING btree (verified_by_id);


--
-- Name: people_person_claimed_by_id_64d835c5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_person_claimed_by_id_64d835c5 ON public.people_person USING btree (claimed_by_id);


--
-- Name: people_person_guest_token_98872df9_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_person_guest_token_98872df9_like ON public.people_person USING btree (guest_token varchar_pattern_ops);


--
-- Name: people_person_home_municipality_id_359468ac; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_person_home_municipality_id_359468ac ON public.people_person USING btree (home_municipality_id);


--
-- Name: people_person_identity_hash_e6cad315_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_person_identity_hash_e6cad315_like ON public.people_person USING btree (identity_hash varchar_pattern_ops);


--
-- Name: people_ratewindow_ends_at_e57340f4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_ratewindow_ends_at_e57340f4 ON public.people_ratewindow USING btree (ends_at);


--
-- Name: people_ratewindow_key_26e77ff0_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_ratewindow_key_26e77ff0_like ON public.people_ratewindow USING btree (key varchar_pattern_ops);


--
-- Name: people_representation_confirmed_by_id_3bef127d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_representation_confirmed_by_id_3bef127d ON public.people_representation USING btree (confirmed_by_id);


--
-- Name: people_representation_organisation_id_1e690966; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_representation_organisation_id_1e690966 ON public.people_representation USING btree (organisation_id);


--
-- Name: people_representation_person_id_2de0fa49; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_representation_person_id_2de0fa49 ON public.people_representation USING btree (person_id);


--
-- Name: people_rolegrant_authority_id_eee31696; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_rolegrant_authority_id_eee31696 ON public.people_rolegrant USING btree (authority_id);


--
-- Name: people_rolegrant_given_by_id_93b1b6a2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_rolegrant_given_by_id_93b1b6a2 ON public.people_rolegrant USING btree (given_by_id);


--
-- Name: people_rolegrant_person_id_d0a7ad15; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_rolegrant_person_id_d0a7ad15 ON public.people_rolegrant USING btree (person_id);


--
-- Name: places_area_county_id_c2f90b59; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX places_area_county_id_c2f90b59 ON public.places_area USING btree (county_id);


--
-- Name: places_population_area_id_0a5964e2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX places_population_area_id_0a5964e2 ON public.places_population USING btree (area_id);


--
-- Name: practice_shown; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX practice_shown ON public.reports_practice USING btree (section_id) WHERE (removed_at IS NULL);


--
-- Name: process_published; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX process_published ON public.processes_process USING btree (owner_id, published_at DESC);


--
-- Name: process_role_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX process_role_once ON public.processes_processrole USING btree (person_id, process_id, role) WHERE (ended_at IS NULL);


--
-- Name: processes_activity_phase_id_7f9d5eb6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_activity_phase_id_7f9d5eb6 ON public.processes_activity USING btree (phase_id);


--
-- Name: processes_activity_process_id_b090e9ad; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_activity_process_id_b090e9ad ON public.processes_activity USING btree (process_id);


--
-- Name: processes_activity_slug_ffc5c8d2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_activity_slug_ffc5c8d2 ON public.processes_activity USING btree (slug);


--
-- Name: processes_activity_slug_ffc5c8d2_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_activity_slug_ffc5c8d2_like ON public.processes_activity USING btree (slug varchar_pattern_ops);


--
-- Name: processes_follow_nonce_9fc7e029_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_follow_nonce_9fc7e029_like ON public.processes_follow USING btree (nonce varchar_pattern_ops);


--
-- Name: processes_follow_person_id_07a6bc4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_follow_person_id_07a6bc4b ON public.processes_follow USING btree (person_id);


--
-- Name: processes_follow_process_id_ba089772; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_follow_process_id_ba089772 ON public.processes_follow USING btree (process_id);


--
-- Name: processes_formeraddress_authority_id_92fe0770; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_formeraddress_authority_id_92fe0770 ON public.processes_formeraddress USING btree (authority_id);


--
-- Name: processes_formeraddress_process_id_02968b41; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_formeraddress_process_id_02968b41 ON public.processes_formeraddress USING btree (process_id);


--
-- Name: processes_formeraddress_slug_1708f816; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_formeraddress_slug_1708f816 ON public.processes_formeraddress USING btree (slug);


--
-- Name: processes_formeraddress_slug_1708f816_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_formeraddress_slug_1708f816_like ON public.processes_formeraddress USING btree (slug varchar_pattern_ops);


--
-- Name: processes_invitation_accepted_by_id_b8b483bb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_invitation_accepted_by_id_b8b483bb ON public.processes_invitation USING btree (accepted_by_id);


--
-- Name: processes_invitation_authority_id_97ebadf5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_invitation_authority_id_97ebadf5 ON public.processes_invitation USING btree (authority_id);


--
-- Name: processes_invitation_invited_by_id_32386bbe; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_invitation_invited_by_id_32386bbe ON public.processes_invitation USING btree (invited_by_id);


--
-- Name: processes_invitation_nonce_dba9219d_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_invitation_nonce_dba9219d_like ON public.processes_invitation USING btree (nonce varchar_pattern_ops);


--
-- Name: processes_invitation_process_id_78a036b7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_invitation_process_id_78a036b7 ON public.processes_invitation USING btree (process_id);


--
-- Name: processes_phase_process_id_c814b557; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_phase_process_id_c814b557 ON public.processes_phase USING btree (process_id);


--
-- Name: processes_process_created_by_id_ae549895; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_process_created_by_id_ae549895 ON public.processes_process USING btree (created_by_id);


--
-- Name: processes_process_owner_id_134b8438; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_process_owner_id_134b8438 ON public.processes_process USING btree (owner_id);


--
-- Name: processes_process_slug_b99cf3b8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_process_slug_b99cf3b8 ON public.processes_process USING btree (slug);


--
-- Name: processes_process_slug_b99cf3b8_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_process_slug_b99cf3b8_like ON public.processes_process USING btree (slug varchar_pattern_ops);


--
-- Name: processes_processpartner_authority_id_8b36822d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_processpartner_authority_id_8b36822d ON public.processes_processpartner USING btree (authority_id);


--
-- Name: processes_processpartner_process_id_15e1e195; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_processpartner_process_id_15e1e195 ON public.processes_processpartner USING btree (process_id);


--
-- Name: processes_processrole_given_by_id_d210ed9a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_processrole_given_by_id_d210ed9a ON public.processes_processrole USING btree (given_by_id);


--
-- Name: processes_processrole_person_id_65dea87c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_processrole_person_id_65dea87c ON public.processes_processrole USING btree (person_id);


--
-- Name: processes_processrole_process_id_1876cc0a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_processrole_process_id_1876cc0a ON public.processes_processrole USING btree (process_id);


--
-- Name: processes_searchentry_authority_id_0ddc1c4d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_searchentry_authority_id_0ddc1c4d ON public.processes_searchentry USING btree (authority_id);


--
-- Name: processes_searchentry_process_id_71cbfdf7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_searchentry_process_id_71cbfdf7 ON public.processes_searchentry USING btree (process_id);


--
-- Name: processes_stage_activity_id_0e6899ba; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX processes_stage_activity_id_0e6899ba ON public.processes_stage USING btree (activity_id);


--
-- Name: procrastinate_events_job_id_fkey_v1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);


--
-- Name: procrastinate_jobs_id_lock_idx_v1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));


--
-- Name: procrastinate_jobs_lock_idx_v1; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);


--
-- Name: procrastinate_jobs_priority_idx_v1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);


--
-- Name: procrastinate_jobs_queue_name_idx_v1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);


--
-- Name: procrastinate_jobs_queueing_lock_idx_v1; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);


--
-- Name: procrastinate_periodic_defers_job_id_fkey_v1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);


--
-- Name: report_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_open ON public.moderation_report USING btree (comment_id) WHERE (handled_at IS NULL);


--
-- Name: reports_hearingsummary_activity_id_3889afe7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_hearingsummary_activity_id_3889afe7 ON public.reports_hearingsummary USING btree (activity_id);


--
-- Name: reports_practice_added_by_id_55b0789a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_practice_added_by_id_55b0789a ON public.reports_practice USING btree (added_by_id);


--
-- Name: reports_practice_section_id_4b87ff43; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_practice_section_id_4b87ff43 ON public.reports_practice USING btree (section_id);


--
-- Name: reports_practicefile_practice_id_1e077371; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_practicefile_practice_id_1e077371 ON public.reports_practicefile USING btree (practice_id);


--
-- Name: reports_reportfile_hearing_id_529f1d88; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_reportfile_hearing_id_529f1d88 ON public.reports_reportfile USING btree (hearing_id);


--
-- Name: reports_reportfile_version_id_fe6c36a9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_reportfile_version_id_fe6c36a9 ON public.reports_reportfile USING btree (version_id);


--
-- Name: reports_reportversion_activity_id_967c3b61; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_reportversion_activity_id_967c3b61 ON public.reports_reportversion USING btree (activity_id);


--
-- Name: retention_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX retention_newest ON public.site_retentionrun USING btree (finished_at DESC);


--
-- Name: returned_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX returned_newest ON public.translating_returnedfile USING btree (process_id, read_at DESC);


--
-- Name: returned_newest_of_authority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX returned_newest_of_authority ON public.translating_returnedfile USING btree (authority_id, read_at DESC);


--
-- Name: role_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX role_once ON public.people_rolegrant USING btree (person_id, authority_id, role) WHERE (ended_at IS NULL);


--
-- Name: search_comments; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX search_comments ON public.processes_searchentry USING gin (vector) WHERE ((kind)::text = 'comment'::text);


--
-- Name: search_others; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX search_others ON public.processes_searchentry USING gin (vector) WHERE (NOT ((kind)::text = 'comment'::text));


--
-- Name: search_others_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX search_others_newest ON public.processes_searchentry USING btree (id DESC) WHERE (NOT ((kind)::text = 'comment'::text));


--
-- Name: sheet_table_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX sheet_table_once ON public.intake_sheet USING btree (batch_id, "table") WHERE (NOT (("table")::text = ''::text));


--
-- Name: site_namedexport_authority_id_e3a12ecd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX site_namedexport_authority_id_e3a12ecd ON public.site_namedexport USING btree (authority_id);


--
-- Name: site_retentioncount_authority_id_f5f08515; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX site_retentioncount_authority_id_f5f08515 ON public.site_retentioncount USING btree (authority_id);


--
-- Name: site_retentioncount_run_id_56de4bd7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX site_retentioncount_run_id_56de4bd7 ON public.site_retentioncount USING btree (run_id);


--
-- Name: statement_matter_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX statement_matter_once ON public.statements_statementpart USING btree (statement_id) WHERE ((section_id IS NULL) AND (version_id IS NULL));


--
-- Name: statements_colleague_invited_by_id_83152c07; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_colleague_invited_by_id_83152c07 ON public.statements_colleague USING btree (invited_by_id);


--
-- Name: statements_colleague_nonce_279e196b_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_colleague_nonce_279e196b_like ON public.statements_colleague USING btree (nonce varchar_pattern_ops);


--
-- Name: statements_colleague_person_id_e110c15d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_colleague_person_id_e110c15d ON public.statements_colleague USING btree (person_id);


--
-- Name: statements_colleague_statement_id_145a7642; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_colleague_statement_id_145a7642 ON public.statements_colleague USING btree (statement_id);


--
-- Name: statements_statement_activity_id_092b4376; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statement_activity_id_092b4376 ON public.statements_statement USING btree (activity_id);


--
-- Name: statements_statement_approved_by_id_b6dee2c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statement_approved_by_id_b6dee2c0 ON public.statements_statement USING btree (approved_by_id);


--
-- Name: statements_statement_asked_by_id_142c5e5c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statement_asked_by_id_142c5e5c ON public.statements_statement USING btree (asked_by_id);


--
-- Name: statements_statement_organisation_id_5dd0e5e8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statement_organisation_id_5dd0e5e8 ON public.statements_statement USING btree (organisation_id);


--
-- Name: statements_statementnote_by_id_977c0aa4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statementnote_by_id_977c0aa4 ON public.statements_statementnote USING btree (by_id);


--
-- Name: statements_statementnote_statement_id_4f82b03a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statementnote_statement_id_4f82b03a ON public.statements_statementnote USING btree (statement_id);


--
-- Name: statements_statementpart_saved_by_id_413f8da9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statementpart_saved_by_id_413f8da9 ON public.statements_statementpart USING btree (saved_by_id);


--
-- Name: statements_statementpart_section_id_be2c2358; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statementpart_section_id_be2c2358 ON public.statements_statementpart USING btree (section_id);


--
-- Name: statements_statementpart_statement_id_d2ace639; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statementpart_statement_id_d2ace639 ON public.statements_statementpart USING btree (statement_id);


--
-- Name: statements_statementpart_version_id_3a7d9d24; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX statements_statementpart_version_id_3a7d9d24 ON public.statements_statementpart USING btree (version_id);


--
-- Name: suggestions_offered; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX suggestions_offered ON public.material_themesuggestion USING btree (activity_id, state);


--
-- Name: table_link_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX table_link_once ON public.intake_tablelink USING btree (batch_id, "table") WHERE (revoked_at IS NULL);


--
-- Name: table_note_waits; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX table_note_waits ON public.intake_tablenote USING btree (link_id) WHERE (settled_at IS NULL);


--
-- Name: trail_check_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX trail_check_newest ON public.site_trailcheck USING btree (at DESC);


--
-- Name: transfer_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX transfer_once ON public.transfers_transfer USING btree (comment_id) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'outside'::character varying, 'answered'::character varying])::text[]));


--
-- Name: transfer_received; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfer_received ON public.transfers_transfer USING btree (receiver_id, state, due_on, id);


--
-- Name: transfers_formerreply_transfer_id_f4854fae; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfers_formerreply_transfer_id_f4854fae ON public.transfers_formerreply USING btree (transfer_id);


--
-- Name: transfers_transfer_answered_by_id_88f79b69; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfers_transfer_answered_by_id_88f79b69 ON public.transfers_transfer USING btree (answered_by_id);


--
-- Name: transfers_transfer_comment_id_db98d3b4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfers_transfer_comment_id_db98d3b4 ON public.transfers_transfer USING btree (comment_id);


--
-- Name: transfers_transfer_ended_by_id_ef5219e7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfers_transfer_ended_by_id_ef5219e7 ON public.transfers_transfer USING btree (ended_by_id);


--
-- Name: transfers_transfer_joined_to_id_5ce30dc1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfers_transfer_joined_to_id_5ce30dc1 ON public.transfers_transfer USING btree (joined_to_id);


--
-- Name: transfers_transfer_passed_by_id_973c40c4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfers_transfer_passed_by_id_973c40c4 ON public.transfers_transfer USING btree (passed_by_id);


--
-- Name: transfers_transfer_ready_by_id_0fb8c380; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfers_transfer_ready_by_id_0fb8c380 ON public.transfers_transfer USING btree (ready_by_id);


--
-- Name: transfers_transfer_receiver_id_eb812582; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfers_transfer_receiver_id_eb812582 ON public.transfers_transfer USING btree (receiver_id);


--
-- Name: transfers_transfer_saved_by_id_12ad47ce; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX transfers_transfer_saved_by_id_12ad47ce ON public.transfers_transfer USING btree (saved_by_id);


--
-- Name: translating_returnedfile_authority_id_fdd46866; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX translating_returnedfile_authority_id_fdd46866 ON public.translating_returnedfile USING btree (authority_id);


--
-- Name: translating_returnedfile_process_id_0c5ed457; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX translating_returnedfile_process_id_0c5ed457 ON public.translating_returnedfile USING btree (process_id);


--
-- Name: translating_returnedfile_read_by_id_59edaf61; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX translating_returnedfile_read_by_id_59edaf61 ON public.translating_returnedfile USING btree (read_by_id);


--
-- Name: unique_authenticator_type; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


--
-- Name: unique_primary_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


--
-- Name: unique_verified_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


--
-- Name: audit_entry audit_entry_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.audit_refuse_change();


--
-- Name: audit_entry audit_entry_keep; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_entry_keep BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse_change();


--
-- Name: audit_entry audit_entry_waits; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_entry_waits AFTER INSERT ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.audit_entry_waits();


--
-- Name: audit_seal audit_seal_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_seal_append_only BEFORE DELETE OR UPDATE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION public.audit_refuse_change();


--
-- Name: audit_seal audit_seal_keep; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_seal_keep BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse_change();


--
-- Name: documents_section_predecessors descent_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER descent_stands BEFORE INSERT OR DELETE OR UPDATE ON public.documents_section_predecessors FOR EACH ROW EXECUTE FUNCTION public.documents_refuse_descent_change();


--
-- Name: reports_hearingsummary hearing_summary_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER hearing_summary_stands BEFORE DELETE OR UPDATE ON public.reports_hearingsummary FOR EACH ROW EXECUTE FUNCTION public.reports_refuse_change();


--
-- Name: launch_launchrelease launch_release_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER launch_release_stands BEFORE DELETE OR UPDATE ON public.launch_launchrelease FOR EACH ROW EXECUTE FUNCTION public.launch_refuse_change();


--
-- Name: comments_comment open_data_agreement; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_agreement AFTER UPDATE OF agree_count, well_argued_count ON public.comments_comment FOR EACH ROW WHEN (((new.agree_count < old.agree_count) OR (new.well_argued_count < old.well_argued_count))) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: answers_answer open_data_answer; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_answer AFTER UPDATE OF published_at, number, handling, reason ON public.answers_answer FOR EACH ROW WHEN ((((old.published_at IS NOT NULL) OR (new.published_at IS NOT NULL)) AND ((((old.published_at IS DISTINCT FROM new.published_at) OR (old.number IS DISTINCT FROM new.number)) OR ((old.handling)::text IS DISTINCT FROM (new.handling)::text)) OR ((old.reason)::text IS DISTINCT FROM (new.reason)::text)))) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: answers_answer open_data_answer_words; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_answer_words AFTER UPDATE OF title, body, reason_words, passed_to, changed_section_id ON public.answers_answer FOR EACH ROW WHEN (((new.published_at IS NOT NULL) AND (((((old.title IS DISTINCT FROM new.title) OR (old.body IS DISTINCT FROM new.body)) OR (old.reason_words IS DISTINCT FROM new.reason_words)) OR (old.passed_to IS DISTINCT FROM new.passed_to)) OR (old.changed_section_id IS DISTINCT FROM new.changed_section_id)))) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: answers_answeredcomment open_data_answered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_answered AFTER INSERT OR DELETE OR UPDATE ON public.answers_answeredcomment FOR EACH ROW EXECUTE FUNCTION public.open_data_answer_grew();


--
-- Name: authorities_authority open_data_authority; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_authority AFTER UPDATE OF name, languages ON public.authorities_authority FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) OR (old.languages IS DISTINCT FROM new.languages))) EXECUTE FUNCTION public.open_data_authority_changed();


--
-- Name: comments_comment open_data_claimed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_claimed AFTER UPDATE OF sender_id ON public.comments_comment FOR EACH ROW WHEN ((((new.state)::text = 'visible'::text) AND (old.sender_id IS DISTINCT FROM new.sender_id))) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: answers_closure open_data_closure; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_closure AFTER INSERT OR DELETE OR UPDATE ON public.answers_closure FOR EACH ROW EXECUTE FUNCTION public.open_data_of_comment_changed();


--
-- Name: comments_comment open_data_comment; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_comment AFTER UPDATE OF state, public_text, thread_id, language, handling, channel, arrived_at ON public.comments_comment FOR EACH ROW WHEN (((((old.state)::text = 'visible'::text) OR ((new.state)::text = 'visible'::text)) AND ((((((((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.public_text IS DISTINCT FROM new.public_text)) OR (old.thread_id IS DISTINCT FROM new.thread_id)) OR ((old.language)::text IS DISTINCT FROM (new.language)::text)) OR ((old.handling)::text IS DISTINCT FROM (new.handling)::text)) OR ((old.channel)::text IS DISTINCT FROM (new.channel)::text)) OR (old.arrived_at IS DISTINCT FROM new.arrived_at)))) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: comments_comment open_data_comment_gone; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_comment_gone AFTER DELETE ON public.comments_comment FOR EACH ROW WHEN (((old.state)::text = 'visible'::text)) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: documents_document open_data_document; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_document AFTER UPDATE OF slug ON public.documents_document FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: intake_upload open_data_file_brought; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_file_brought AFTER UPDATE OF imported_at ON public.intake_upload FOR EACH ROW WHEN (((old.imported_at IS NULL) AND (new.imported_at IS NOT NULL))) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: answers_answer open_data_final_answer; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_final_answer AFTER UPDATE OF is_final ON public.answers_answer FOR EACH ROW WHEN (((new.published_at IS NOT NULL) AND (old.is_final IS DISTINCT FROM new.is_final))) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: people_organisation open_data_organisation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_organisation AFTER UPDATE OF name, verified_at ON public.people_organisation FOR EACH ROW WHEN ((((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.verified_at IS DISTINCT FROM new.verified_at))) EXECUTE FUNCTION public.open_data_organisation_changed();


--
-- Name: transfers_transfer open_data_passed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_passed AFTER INSERT OR DELETE ON public.transfers_transfer FOR EACH ROW EXECUTE FUNCTION public.open_data_of_comment_changed();


--
-- Name: processes_process open_data_process; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_process AFTER UPDATE OF title, slug, owner_id ON public.processes_process FOR EACH ROW WHEN ((((old.title IS DISTINCT FROM new.title) OR ((old.slug)::text IS DISTINCT FROM (new.slug)::text)) OR (old.owner_id IS DISTINCT FROM new.owner_id))) EXECUTE FUNCTION public.open_data_process_changed();


--
-- Name: comments_quote open_data_quote; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_quote AFTER DELETE OR UPDATE ON public.comments_quote FOR EACH ROW EXECUTE FUNCTION public.open_data_of_comment_changed();


--
-- Name: transfers_transfer open_data_reply_taken_back; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_reply_taken_back AFTER UPDATE OF state ON public.transfers_transfer FOR EACH ROW WHEN ((((old.state)::text = 'answered'::text) AND ((new.state)::text <> 'answered'::text))) EXECUTE FUNCTION public.open_data_note_loss();


--
-- Name: reports_reportversion open_data_report; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_report AFTER INSERT ON public.reports_reportversion FOR EACH ROW EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: comments_sender open_data_sender; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_sender AFTER UPDATE OF capacities, organisation_id, person_id ON public.comments_sender FOR EACH ROW WHEN ((((old.capacities IS DISTINCT FROM new.capacities) OR (old.organisation_id IS DISTINCT FROM new.organisation_id)) OR ((old.organisation_id IS NOT NULL) AND (old.person_id IS DISTINCT FROM new.person_id)))) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: people_representation open_data_speaker; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_speaker AFTER INSERT OR DELETE OR UPDATE OF confirmed_at ON public.people_representation FOR EACH ROW EXECUTE FUNCTION public.open_data_speaker_changed();


--
-- Name: material_commenttheme open_data_theme; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_theme AFTER INSERT OR DELETE ON public.material_commenttheme FOR EACH ROW EXECUTE FUNCTION public.open_data_theme_changed();


--
-- Name: material_theme open_data_theme_named; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_theme_named AFTER UPDATE OF name ON public.material_theme FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION public.open_data_row_changed();


--
-- Name: transfers_transfer open_data_transfer; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_transfer AFTER UPDATE OF state, answer, receiver_id, outside_name ON public.transfers_transfer FOR EACH ROW WHEN ((((((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.receiver_id IS DISTINCT FROM new.receiver_id)) OR ((old.outside_name)::text IS DISTINCT FROM (new.outside_name)::text)) OR ((old.answer IS DISTINCT FROM new.answer) AND ((new.state)::text = 'answered'::text)))) EXECUTE FUNCTION public.open_data_of_comment_changed();


--
-- Name: material_translation open_data_translated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_translated AFTER INSERT ON public.material_translation FOR EACH ROW WHEN ((new.text <> ''::text)) EXECUTE FUNCTION public.open_data_of_comment_changed();


--
-- Name: material_translation open_data_translation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_translation AFTER UPDATE OF text, of_words ON public.material_translation FOR EACH ROW WHEN (((old.text IS DISTINCT FROM new.text) OR ((old.of_words)::text IS DISTINCT FROM (new.of_words)::text))) EXECUTE FUNCTION public.open_data_of_comment_changed();


--
-- Name: material_translation open_data_translation_gone; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_translation_gone AFTER DELETE ON public.material_translation FOR EACH ROW WHEN ((old.text <> ''::text)) EXECUTE FUNCTION public.open_data_of_comment_changed();


--
-- Name: material_translation open_data_translation_removed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_translation_removed AFTER DELETE ON public.material_translation FOR EACH ROW WHEN ((old.text <> ''::text)) EXECUTE FUNCTION public.open_data_note_loss();


--
-- Name: material_translation open_data_translation_replaced; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER open_data_translation_replaced AFTER UPDATE OF text ON public.material_translation FOR EACH ROW WHEN (((old.text <> ''::text) AND (old.text <> new.text))) EXECUTE FUNCTION public.open_data_note_loss();


--
-- Name: procrastinate_jobs procrastinate_jobs_notify_queue_job_aborted_v1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();


--
-- Name: procrastinate_jobs procrastinate_jobs_notify_queue_job_inserted_v1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_abort_requested_events_v1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_delete_jobs_v1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_scheduled_events_v1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_status_events_insert_v1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_status_events_update_v1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();


--
-- Name: reports_reportannex report_annex_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER report_annex_stands BEFORE DELETE OR UPDATE ON public.reports_reportannex FOR EACH ROW EXECUTE FUNCTION public.reports_refuse_change();


--
-- Name: reports_reportfile report_file_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER report_file_stands BEFORE DELETE OR UPDATE ON public.reports_reportfile FOR EACH ROW EXECUTE FUNCTION public.reports_refuse_change();


--
-- Name: reports_reportversion report_version_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER report_version_stands BEFORE DELETE OR UPDATE ON public.reports_reportversion FOR EACH ROW EXECUTE FUNCTION public.reports_refuse_change();


--
-- Name: documents_section section_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER section_stands BEFORE INSERT OR DELETE OR UPDATE ON public.documents_section FOR EACH ROW EXECUTE FUNCTION public.documents_refuse_change();


--
-- Name: documents_sectiontext section_text_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER section_text_stands BEFORE INSERT OR DELETE OR UPDATE ON public.documents_sectiontext FOR EACH ROW EXECUTE FUNCTION public.documents_refuse_change();


--
-- Name: documents_documentversion version_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER version_stands BEFORE UPDATE ON public.documents_documentversion FOR EACH ROW EXECUTE FUNCTION public.documents_refuse_version_change();


--
-- Name: account_emailaddress account_emailaddress_user_id_2c513194_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_people_person_id FOREIGN KEY (user_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: account_emailconfirmation account_emailconfirm_email_address_id_5b7f8c58_fk_account_e; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answer answers_answer_activity_id_655894ac_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answer
    ADD CONSTRAINT answers_answer_activity_id_655894ac_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answer answers_answer_changed_section_id_2030e2a3_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answer
    ADD CONSTRAINT answers_answer_changed_section_id_2030e2a3_fk_documents FOREIGN KEY (changed_section_id) REFERENCES public.documents_section(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answer answers_answer_created_by_id_4d30312c_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answer
    ADD CONSTRAINT answers_answer_created_by_id_4d30312c_fk_people_person_id FOREIGN KEY (created_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answer answers_answer_published_by_id_63f21932_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answer
    ADD CONSTRAINT answers_answer_published_by_id_63f21932_fk_people_person_id FOREIGN KEY (published_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answer answers_answer_ready_by_id_8731d690_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answer
    ADD CONSTRAINT answers_answer_ready_by_id_8731d690_fk_people_person_id FOREIGN KEY (ready_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answer answers_answer_saved_by_id_5b591a05_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answer
    ADD CONSTRAINT answers_answer_saved_by_id_5b591a05_fk_people_person_id FOREIGN KEY (saved_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answeredcomment answers_answeredcomm_comment_id_d04d3810_fk_comments_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answeredcomment
    ADD CONSTRAINT answers_answeredcomm_comment_id_d04d3810_fk_comments_ FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answeredcomment answers_answeredcomm_joined_by_id_dd477af9_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answeredcomment
    ADD CONSTRAINT answers_answeredcomm_joined_by_id_dd477af9_fk_people_pe FOREIGN KEY (joined_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answeredcomment answers_answeredcomment_answer_id_de6ed897_fk_answers_answer_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answeredcomment
    ADD CONSTRAINT answers_answeredcomment_answer_id_de6ed897_fk_answers_answer_id FOREIGN KEY (answer_id) REFERENCES public.answers_answer(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answertemplate answers_answertempla_authority_id_24df6b3c_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answertemplate
    ADD CONSTRAINT answers_answertempla_authority_id_24df6b3c_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_answertemplate answers_answertemplate_saved_by_id_238111dc_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_answertemplate
    ADD CONSTRAINT answers_answertemplate_saved_by_id_238111dc_fk_people_person_id FOREIGN KEY (saved_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_closure answers_closure_by_id_aa112fb8_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_closure
    ADD CONSTRAINT answers_closure_by_id_aa112fb8_fk_people_person_id FOREIGN KEY (by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_closure answers_closure_comment_id_4df72e42_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_closure
    ADD CONSTRAINT answers_closure_comment_id_4df72e42_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_correction answers_correction_answer_id_e4eaed7c_fk_answers_answer_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_correction
    ADD CONSTRAINT answers_correction_answer_id_e4eaed7c_fk_answers_answer_id FOREIGN KEY (answer_id) REFERENCES public.answers_answer(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_correction answers_correction_changed_section_id_2927143f_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_correction
    ADD CONSTRAINT answers_correction_changed_section_id_2927143f_fk_documents FOREIGN KEY (changed_section_id) REFERENCES public.documents_section(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_correction answers_correction_saved_by_id_de6c1d31_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_correction
    ADD CONSTRAINT answers_correction_saved_by_id_de6c1d31_fk_people_person_id FOREIGN KEY (saved_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_formeranswer answers_formeranswer_answer_id_23d1018d_fk_answers_answer_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_formeranswer
    ADD CONSTRAINT answers_formeranswer_answer_id_23d1018d_fk_answers_answer_id FOREIGN KEY (answer_id) REFERENCES public.answers_answer(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: answers_summary answers_summary_activity_id_088ca27c_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answers_summary
    ADD CONSTRAINT answers_summary_activity_id_088ca27c_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: authorities_accessibilityfeedback authorities_accessib_authority_id_f388108a_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities_accessibilityfeedback
    ADD CONSTRAINT authorities_accessib_authority_id_f388108a_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: authorities_authority authorities_authorit_successor_id_7111eccc_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities_authority
    ADD CONSTRAINT authorities_authorit_successor_id_7111eccc_fk_authoriti FOREIGN KEY (successor_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: authorities_authority authorities_authority_area_id_590b876b_fk_places_area_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities_authority
    ADD CONSTRAINT authorities_authority_area_id_590b876b_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comment_rounds_roundthread comment_rounds_round_activity_id_652e96f6_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_rounds_roundthread
    ADD CONSTRAINT comment_rounds_round_activity_id_652e96f6_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comment_rounds_roundthread comment_rounds_round_thread_id_e5b6dd6c_fk_comments_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_rounds_roundthread
    ADD CONSTRAINT comment_rounds_round_thread_id_e5b6dd6c_fk_comments_ FOREIGN KEY (thread_id) REFERENCES public.comments_thread(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_backgroundtotal comments_backgroundt_activity_id_19aa3775_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_backgroundtotal
    ADD CONSTRAINT comments_backgroundt_activity_id_19aa3775_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_backgroundtotal comments_backgroundt_municipality_id_93423165_fk_places_ar; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_backgroundtotal
    ADD CONSTRAINT comments_backgroundt_municipality_id_93423165_fk_places_ar FOREIGN KEY (municipality_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_comment comments_comment_activity_id_cdfa8b55_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_comment
    ADD CONSTRAINT comments_comment_activity_id_cdfa8b55_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_comment comments_comment_entered_by_id_a3622c05_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_comment
    ADD CONSTRAINT comments_comment_entered_by_id_a3622c05_fk_people_person_id FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_comment comments_comment_parent_id_3e0802fb_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_comment
    ADD CONSTRAINT comments_comment_parent_id_3e0802fb_fk_comments_comment_id FOREIGN KEY (parent_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_comment comments_comment_receipt_id_508a3fe3_fk_comments_receipt_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_comment
    ADD CONSTRAINT comments_comment_receipt_id_508a3fe3_fk_comments_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.comments_receipt(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_comment comments_comment_sender_id_7f201617_fk_comments_sender_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_comment
    ADD CONSTRAINT comments_comment_sender_id_7f201617_fk_comments_sender_id FOREIGN KEY (sender_id) REFERENCES public.comments_sender(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_comment comments_comment_thread_id_fab41b92_fk_comments_thread_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_comment
    ADD CONSTRAINT comments_comment_thread_id_fab41b92_fk_comments_thread_id FOREIGN KEY (thread_id) REFERENCES public.comments_thread(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_commentdraft comments_commentdraf_activity_id_ec17bc77_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_commentdraft
    ADD CONSTRAINT comments_commentdraf_activity_id_ec17bc77_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_commentdraft comments_commentdraft_person_id_9f448c98_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_commentdraft
    ADD CONSTRAINT comments_commentdraft_person_id_9f448c98_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_endorsement comments_endorsement_comment_id_93b7c265_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_endorsement
    ADD CONSTRAINT comments_endorsement_comment_id_93b7c265_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_endorsement comments_endorsement_person_id_9f68c131_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_endorsement
    ADD CONSTRAINT comments_endorsement_person_id_9f68c131_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_keptgroups comments_keptgroups_activity_id_11de2756_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_keptgroups
    ADD CONSTRAINT comments_keptgroups_activity_id_11de2756_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_quote comments_quote_comment_id_ed2e080c_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_quote
    ADD CONSTRAINT comments_quote_comment_id_ed2e080c_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_receipt comments_receipt_activity_id_9a3107d2_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_receipt
    ADD CONSTRAINT comments_receipt_activity_id_9a3107d2_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_receipt comments_receipt_sender_id_29a9b461_fk_comments_sender_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_receipt
    ADD CONSTRAINT comments_receipt_sender_id_29a9b461_fk_comments_sender_id FOREIGN KEY (sender_id) REFERENCES public.comments_sender(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_revision comments_revision_comment_id_1a75bde3_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_revision
    ADD CONSTRAINT comments_revision_comment_id_1a75bde3_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_sender comments_sender_activity_id_bacaf14d_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_sender
    ADD CONSTRAINT comments_sender_activity_id_bacaf14d_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_sender comments_sender_municipality_id_08adcb77_fk_places_area_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_sender
    ADD CONSTRAINT comments_sender_municipality_id_08adcb77_fk_places_area_id FOREIGN KEY (municipality_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_sender comments_sender_organisation_id_1ef15562_fk_people_or; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_sender
    ADD CONSTRAINT comments_sender_organisation_id_1ef15562_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_sender comments_sender_person_id_a7581b78_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_sender
    ADD CONSTRAINT comments_sender_person_id_a7581b78_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: comments_thread comments_thread_activity_id_c6c8b9d0_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments_thread
    ADD CONSTRAINT comments_thread_activity_id_c6c8b9d0_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_attachment documents_attachment_added_by_id_afe4f175_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT documents_attachment_added_by_id_afe4f175_fk_people_person_id FOREIGN KEY (added_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_attachment documents_attachment_document_id_6a94351f_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT documents_attachment_document_id_6a94351f_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_document documents_document_activity_id_e102c18f_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_activity_id_e102c18f_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_documentdraftimport documents_documentdr_created_by_id_8debf50c_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_documentdraftimport
    ADD CONSTRAINT documents_documentdr_created_by_id_8debf50c_fk_people_pe FOREIGN KEY (created_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_documentdraftimport documents_documentdr_document_id_5dbd8e8d_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_documentdraftimport
    ADD CONSTRAINT documents_documentdr_document_id_5dbd8e8d_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_documentversion documents_documentve_document_id_42757b7a_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT documents_documentve_document_id_42757b7a_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_documentversion documents_documentve_thread_id_5e61a7c9_fk_comments_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT documents_documentve_thread_id_5e61a7c9_fk_comments_ FOREIGN KEY (thread_id) REFERENCES public.comments_thread(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_section_predecessors documents_section_pr_from_section_id_79de8846_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section_predecessors
    ADD CONSTRAINT documents_section_pr_from_section_id_79de8846_fk_documents FOREIGN KEY (from_section_id) REFERENCES public.documents_section(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_section_predecessors documents_section_pr_to_section_id_a3bebf69_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section_predecessors
    ADD CONSTRAINT documents_section_pr_to_section_id_a3bebf69_fk_documents FOREIGN KEY (to_section_id) REFERENCES public.documents_section(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_section documents_section_thread_id_aaa97de1_fk_comments_thread_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section
    ADD CONSTRAINT documents_section_thread_id_aaa97de1_fk_comments_thread_id FOREIGN KEY (thread_id) REFERENCES public.comments_thread(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_section documents_section_version_id_11a713e0_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_section
    ADD CONSTRAINT documents_section_version_id_11a713e0_fk_documents FOREIGN KEY (version_id) REFERENCES public.documents_documentversion(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_sectiontext documents_sectiontex_section_id_28a4a0f7_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_sectiontext
    ADD CONSTRAINT documents_sectiontex_section_id_28a4a0f7_fk_documents FOREIGN KEY (section_id) REFERENCES public.documents_section(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_batch intake_batch_activity_id_048bcac2_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_batch
    ADD CONSTRAINT intake_batch_activity_id_048bcac2_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_batch intake_batch_begun_by_id_8dc16417_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_batch
    ADD CONSTRAINT intake_batch_begun_by_id_8dc16417_fk_people_person_id FOREIGN KEY (begun_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_batch intake_batch_drawn_by_id_78bfb689_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_batch
    ADD CONSTRAINT intake_batch_drawn_by_id_78bfb689_fk_people_person_id FOREIGN KEY (drawn_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_batch intake_batch_finished_by_id_a4a8217f_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_batch
    ADD CONSTRAINT intake_batch_finished_by_id_a4a8217f_fk_people_person_id FOREIGN KEY (finished_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_earlierround intake_earlierround_activity_id_613c842a_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_earlierround
    ADD CONSTRAINT intake_earlierround_activity_id_613c842a_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_earlierround intake_earlierround_declared_by_id_f199886c_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_earlierround
    ADD CONSTRAINT intake_earlierround_declared_by_id_f199886c_fk_people_person_id FOREIGN KEY (declared_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_entry intake_entry_entered_by_id_f4938781_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_entry
    ADD CONSTRAINT intake_entry_entered_by_id_f4938781_fk_people_person_id FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_entry intake_entry_receipt_id_e1807263_fk_comments_receipt_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_entry
    ADD CONSTRAINT intake_entry_receipt_id_e1807263_fk_comments_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.comments_receipt(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_entry intake_entry_told_by_id_2bde0694_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_entry
    ADD CONSTRAINT intake_entry_told_by_id_2bde0694_fk_people_person_id FOREIGN KEY (told_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_mapping intake_mapping_authority_id_9044a753_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_mapping
    ADD CONSTRAINT intake_mapping_authority_id_9044a753_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_mapping intake_mapping_saved_by_id_2bf9946f_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_mapping
    ADD CONSTRAINT intake_mapping_saved_by_id_2bf9946f_fk_people_person_id FOREIGN KEY (saved_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_note intake_note_batch_id_d1345bbe_fk_intake_batch_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_note
    ADD CONSTRAINT intake_note_batch_id_d1345bbe_fk_intake_batch_id FOREIGN KEY (batch_id) REFERENCES public.intake_batch(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_note intake_note_comment_id_499c480c_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_note
    ADD CONSTRAINT intake_note_comment_id_499c480c_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_sheet intake_sheet_batch_id_5a484baf_fk_intake_batch_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_sheet
    ADD CONSTRAINT intake_sheet_batch_id_5a484baf_fk_intake_batch_id FOREIGN KEY (batch_id) REFERENCES public.intake_batch(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_sheet intake_sheet_checked_by_id_52faaa31_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_sheet
    ADD CONSTRAINT intake_sheet_checked_by_id_52faaa31_fk_people_person_id FOREIGN KEY (checked_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_sheet intake_sheet_receipt_id_12299254_fk_comments_receipt_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_sheet
    ADD CONSTRAINT intake_sheet_receipt_id_12299254_fk_comments_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.comments_receipt(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_sheet intake_sheet_second_by_id_4ccad1fe_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_sheet
    ADD CONSTRAINT intake_sheet_second_by_id_4ccad1fe_fk_people_person_id FOREIGN KEY (second_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_tablelink intake_tablelink_batch_id_f072c7d4_fk_intake_batch_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablelink
    ADD CONSTRAINT intake_tablelink_batch_id_f072c7d4_fk_intake_batch_id FOREIGN KEY (batch_id) REFERENCES public.intake_batch(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_tablelink intake_tablelink_made_by_id_63f77d31_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablelink
    ADD CONSTRAINT intake_tablelink_made_by_id_63f77d31_fk_people_person_id FOREIGN KEY (made_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_tablenote intake_tablenote_comment_id_a0ae6336_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT intake_tablenote_comment_id_a0ae6336_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_tablenote intake_tablenote_link_id_0ec48d54_fk_intake_tablelink_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT intake_tablenote_link_id_0ec48d54_fk_intake_tablelink_id FOREIGN KEY (link_id) REFERENCES public.intake_tablelink(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_tablenote intake_tablenote_mended_by_id_d89d423d_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT intake_tablenote_mended_by_id_d89d423d_fk_people_person_id FOREIGN KEY (mended_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_tablenote intake_tablenote_settled_by_id_683f789f_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT intake_tablenote_settled_by_id_683f789f_fk_people_person_id FOREIGN KEY (settled_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_tablenote intake_tablenote_thread_id_803223de_fk_comments_thread_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT intake_tablenote_thread_id_803223de_fk_comments_thread_id FOREIGN KEY (thread_id) REFERENCES public.comments_thread(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_tablenote intake_tablenote_written_thread_id_fe525fd6_fk_comments_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_tablenote
    ADD CONSTRAINT intake_tablenote_written_thread_id_fe525fd6_fk_comments_ FOREIGN KEY (written_thread_id) REFERENCES public.comments_thread(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_unsaid intake_unsaid_comment_id_f2acfbe1_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_unsaid
    ADD CONSTRAINT intake_unsaid_comment_id_f2acfbe1_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_unsaid intake_unsaid_entry_id_2e4a3372_fk_intake_entry_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_unsaid
    ADD CONSTRAINT intake_unsaid_entry_id_2e4a3372_fk_intake_entry_id FOREIGN KEY (entry_id) REFERENCES public.intake_entry(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_upload intake_upload_activity_id_1323201b_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_upload
    ADD CONSTRAINT intake_upload_activity_id_1323201b_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_upload intake_upload_imported_by_id_e5508521_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_upload
    ADD CONSTRAINT intake_upload_imported_by_id_e5508521_fk_people_person_id FOREIGN KEY (imported_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_upload intake_upload_uploaded_by_id_bbd4b34d_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_upload
    ADD CONSTRAINT intake_upload_uploaded_by_id_bbd4b34d_fk_people_person_id FOREIGN KEY (uploaded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_upload intake_upload_work_by_id_9c88fe0f_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_upload
    ADD CONSTRAINT intake_upload_work_by_id_9c88fe0f_fk_people_person_id FOREIGN KEY (work_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: intake_uploadprogress intake_uploadprogress_upload_id_ec23af5e_fk_intake_upload_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.intake_uploadprogress
    ADD CONSTRAINT intake_uploadprogress_upload_id_ec23af5e_fk_intake_upload_id FOREIGN KEY (upload_id) REFERENCES public.intake_upload(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: launch_launchpack launch_launchpack_activity_id_dce7d075_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchpack
    ADD CONSTRAINT launch_launchpack_activity_id_dce7d075_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: launch_launchpack launch_launchpack_picture_id_b3812b73_fk_launch_la; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchpack
    ADD CONSTRAINT launch_launchpack_picture_id_b3812b73_fk_launch_la FOREIGN KEY (picture_id) REFERENCES public.launch_launchpicture(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: launch_launchpicture launch_launchpicture_activity_id_122d1cac_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchpicture
    ADD CONSTRAINT launch_launchpicture_activity_id_122d1cac_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: launch_launchrelease launch_launchrelease_activity_id_d14e185a_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchrelease
    ADD CONSTRAINT launch_launchrelease_activity_id_d14e185a_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: launch_launchrelease launch_launchrelease_picture_id_7833021f_fk_launch_la; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchrelease
    ADD CONSTRAINT launch_launchrelease_picture_id_7833021f_fk_launch_la FOREIGN KEY (picture_id) REFERENCES public.launch_launchpicture(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: launch_launchrelease launch_launchrelease_released_by_id_58fe7757_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.launch_launchrelease
    ADD CONSTRAINT launch_launchrelease_released_by_id_58fe7757_fk_people_pe FOREIGN KEY (released_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_bulkaction material_bulkaction_activity_id_91329dc7_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_bulkaction
    ADD CONSTRAINT material_bulkaction_activity_id_91329dc7_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_bulkaction material_bulkaction_assignee_id_b8ae6a79_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_bulkaction
    ADD CONSTRAINT material_bulkaction_assignee_id_b8ae6a79_fk_people_person_id FOREIGN KEY (assignee_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_bulkaction material_bulkaction_by_id_0c6b5ee0_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_bulkaction
    ADD CONSTRAINT material_bulkaction_by_id_0c6b5ee0_fk_people_person_id FOREIGN KEY (by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_bulkaction material_bulkaction_theme_id_8d683bf6_fk_material_theme_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_bulkaction
    ADD CONSTRAINT material_bulkaction_theme_id_8d683bf6_fk_material_theme_id FOREIGN KEY (theme_id) REFERENCES public.material_theme(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_bulkaction material_bulkaction_undone_by_id_c58efd6d_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_bulkaction
    ADD CONSTRAINT material_bulkaction_undone_by_id_c58efd6d_fk_people_person_id FOREIGN KEY (undone_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_commenttheme material_commentthem_comment_id_5e0d8a6e_fk_comments_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_commenttheme
    ADD CONSTRAINT material_commentthem_comment_id_5e0d8a6e_fk_comments_ FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_commenttheme material_commenttheme_theme_id_10977461_fk_material_theme_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_commenttheme
    ADD CONSTRAINT material_commenttheme_theme_id_10977461_fk_material_theme_id FOREIGN KEY (theme_id) REFERENCES public.material_theme(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_commentwork material_commentwork_assignee_id_9e71a283_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_commentwork
    ADD CONSTRAINT material_commentwork_assignee_id_9e71a283_fk_people_person_id FOREIGN KEY (assignee_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_commentwork material_commentwork_comment_id_ea10e1a6_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_commentwork
    ADD CONSTRAINT material_commentwork_comment_id_ea10e1a6_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_looking material_looking_activity_id_d8d42bc1_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_looking
    ADD CONSTRAINT material_looking_activity_id_d8d42bc1_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_savedview material_savedview_activity_id_cb580c6a_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_savedview
    ADD CONSTRAINT material_savedview_activity_id_cb580c6a_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_savedview material_savedview_person_id_da6bc954_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_savedview
    ADD CONSTRAINT material_savedview_person_id_da6bc954_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_signature material_signature_activity_id_c0c94643_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_signature
    ADD CONSTRAINT material_signature_activity_id_c0c94643_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_signature material_signature_comment_id_f61dccca_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_signature
    ADD CONSTRAINT material_signature_comment_id_f61dccca_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_signature material_signature_leader_id_493b41e5_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_signature
    ADD CONSTRAINT material_signature_leader_id_493b41e5_fk_comments_comment_id FOREIGN KEY (leader_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_staffnote material_staffnote_by_id_49c3a43b_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_staffnote
    ADD CONSTRAINT material_staffnote_by_id_49c3a43b_fk_people_person_id FOREIGN KEY (by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_staffnote material_staffnote_comment_id_d56eb74a_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_staffnote
    ADD CONSTRAINT material_staffnote_comment_id_d56eb74a_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_theme material_theme_activity_id_2d715c80_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_theme
    ADD CONSTRAINT material_theme_activity_id_2d715c80_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_theme material_theme_made_by_id_e312fa1c_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_theme
    ADD CONSTRAINT material_theme_made_by_id_e312fa1c_fk_people_person_id FOREIGN KEY (made_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_themesuggestion material_themesugges_activity_id_49cdd923_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_themesuggestion
    ADD CONSTRAINT material_themesugges_activity_id_49cdd923_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_themesuggestion material_themesugges_decided_by_id_1b943af1_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_themesuggestion
    ADD CONSTRAINT material_themesugges_decided_by_id_1b943af1_fk_people_pe FOREIGN KEY (decided_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_themesuggestion material_themesuggestion_theme_id_a3a3b24c_fk_material_theme_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_themesuggestion
    ADD CONSTRAINT material_themesuggestion_theme_id_a3a3b24c_fk_material_theme_id FOREIGN KEY (theme_id) REFERENCES public.material_theme(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_translation material_translation_by_id_246c87f2_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_translation
    ADD CONSTRAINT material_translation_by_id_246c87f2_fk_people_person_id FOREIGN KEY (by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: material_translation material_translation_comment_id_96a882d3_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.material_translation
    ADD CONSTRAINT material_translation_comment_id_96a882d3_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: mfa_authenticator mfa_authenticator_user_id_0c3a50c0_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_people_person_id FOREIGN KEY (user_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: moderation_appeal moderation_appeal_decided_by_id_56a03eee_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_appeal
    ADD CONSTRAINT moderation_appeal_decided_by_id_56a03eee_fk_people_person_id FOREIGN KEY (decided_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: moderation_appeal moderation_appeal_decision_id_532c82ec_fk_moderatio; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_appeal
    ADD CONSTRAINT moderation_appeal_decision_id_532c82ec_fk_moderatio FOREIGN KEY (decision_id) REFERENCES public.moderation_decision(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: moderation_decision moderation_decision_by_id_c73b84b3_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decision
    ADD CONSTRAINT moderation_decision_by_id_c73b84b3_fk_people_person_id FOREIGN KEY (by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: moderation_decision moderation_decision_comment_id_64a73931_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decision
    ADD CONSTRAINT moderation_decision_comment_id_64a73931_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: moderation_mask moderation_mask_comment_id_d76d31fd_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_mask
    ADD CONSTRAINT moderation_mask_comment_id_d76d31fd_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: moderation_mask moderation_mask_decision_id_dfbb3408_fk_moderation_decision_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_mask
    ADD CONSTRAINT moderation_mask_decision_id_dfbb3408_fk_moderation_decision_id FOREIGN KEY (decision_id) REFERENCES public.moderation_decision(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: moderation_report moderation_report_comment_id_c1c2aa53_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_report
    ADD CONSTRAINT moderation_report_comment_id_c1c2aa53_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: moderation_report moderation_report_person_id_83a5cb4c_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_report
    ADD CONSTRAINT moderation_report_person_id_83a5cb4c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: notices_notice notices_notice_authority_id_3d95839f_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_authority_id_3d95839f_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: notices_notice notices_notice_person_id_94368381_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_person_id_94368381_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: open_data_broughtrequest open_data_broughtreq_authority_id_da8c7d7a_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_data_broughtrequest
    ADD CONSTRAINT open_data_broughtreq_authority_id_da8c7d7a_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: open_data_broughtrequest open_data_broughtreq_process_id_b64ddfdc_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_data_broughtrequest
    ADD CONSTRAINT open_data_broughtreq_process_id_b64ddfdc_fk_processes FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: open_data_export open_data_export_activity_id_e6588d2e_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_data_export
    ADD CONSTRAINT open_data_export_activity_id_e6588d2e_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_formerpromise outcomes_formerpromi_measure_id_0da8bdde_fk_outcomes_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_formerpromise
    ADD CONSTRAINT outcomes_formerpromi_measure_id_0da8bdde_fk_outcomes_ FOREIGN KEY (measure_id) REFERENCES public.outcomes_measure(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_formerpromise outcomes_formerpromise_owner_id_362485ce_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_formerpromise
    ADD CONSTRAINT outcomes_formerpromise_owner_id_362485ce_fk_people_person_id FOREIGN KEY (owner_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_measure outcomes_measure_answer_id_1de457a1_fk_answers_answer_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_answer_id_1de457a1_fk_answers_answer_id FOREIGN KEY (answer_id) REFERENCES public.answers_answer(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_measure outcomes_measure_outcome_id_ddc0b902_fk_outcomes_outcome_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_outcome_id_ddc0b902_fk_outcomes_outcome_id FOREIGN KEY (outcome_id) REFERENCES public.outcomes_outcome(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_measure outcomes_measure_owner_id_0d5ccb82_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_owner_id_0d5ccb82_fk_people_person_id FOREIGN KEY (owner_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_measure outcomes_measure_process_id_b75e2bc1_fk_processes_process_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_process_id_b75e2bc1_fk_processes_process_id FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_measure outcomes_measure_reminded_id_885801b6_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_reminded_id_885801b6_fk_people_person_id FOREIGN KEY (reminded_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_measureupdate outcomes_measureupda_measure_id_b5e955ca_fk_outcomes_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_measureupdate
    ADD CONSTRAINT outcomes_measureupda_measure_id_b5e955ca_fk_outcomes_ FOREIGN KEY (measure_id) REFERENCES public.outcomes_measure(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_measureupdate outcomes_measureupdate_by_id_a9fa1b5d_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_measureupdate
    ADD CONSTRAINT outcomes_measureupdate_by_id_a9fa1b5d_fk_people_person_id FOREIGN KEY (by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_outcome outcomes_outcome_process_id_27889058_fk_processes_process_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_outcome
    ADD CONSTRAINT outcomes_outcome_process_id_27889058_fk_processes_process_id FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_block people_block_authority_id_39ca2298_fk_authorities_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_block
    ADD CONSTRAINT people_block_authority_id_39ca2298_fk_authorities_authority_id FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_block people_block_blocked_by_id_7d5b4304_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_block
    ADD CONSTRAINT people_block_blocked_by_id_7d5b4304_fk_people_person_id FOREIGN KEY (blocked_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_block people_block_person_id_25f4fa43_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_block
    ADD CONSTRAINT people_block_person_id_25f4fa43_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_organisation people_organisation_authority_id_6e81355a_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_authority_id_6e81355a_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_organisation people_organisation_verified_by_id_40038469_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_verified_by_id_40038469_fk_people_person_id FOREIGN KEY (verified_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_person people_person_claimed_by_id_64d835c5_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_claimed_by_id_64d835c5_fk_people_person_id FOREIGN KEY (claimed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_person people_person_home_municipality_id_359468ac_fk_places_area_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_home_municipality_id_359468ac_fk_places_area_id FOREIGN KEY (home_municipality_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_representation people_representatio_confirmed_by_id_3bef127d_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_representation
    ADD CONSTRAINT people_representatio_confirmed_by_id_3bef127d_fk_people_pe FOREIGN KEY (confirmed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_representation people_representatio_organisation_id_1e690966_fk_people_or; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_representation
    ADD CONSTRAINT people_representatio_organisation_id_1e690966_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_representation people_representation_person_id_2de0fa49_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_representation
    ADD CONSTRAINT people_representation_person_id_2de0fa49_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_rolegrant people_rolegrant_authority_id_eee31696_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_rolegrant
    ADD CONSTRAINT people_rolegrant_authority_id_eee31696_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_rolegrant people_rolegrant_given_by_id_93b1b6a2_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_rolegrant
    ADD CONSTRAINT people_rolegrant_given_by_id_93b1b6a2_fk_people_person_id FOREIGN KEY (given_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_rolegrant people_rolegrant_person_id_d0a7ad15_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_rolegrant
    ADD CONSTRAINT people_rolegrant_person_id_d0a7ad15_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: places_area places_area_county_id_c2f90b59_fk_places_area_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.places_area
    ADD CONSTRAINT places_area_county_id_c2f90b59_fk_places_area_id FOREIGN KEY (county_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: places_population places_population_area_id_0a5964e2_fk_places_area_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.places_population
    ADD CONSTRAINT places_population_area_id_0a5964e2_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_activity processes_activity_phase_id_7f9d5eb6_fk_processes_phase_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_activity
    ADD CONSTRAINT processes_activity_phase_id_7f9d5eb6_fk_processes_phase_id FOREIGN KEY (phase_id) REFERENCES public.processes_phase(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_activity processes_activity_process_id_b090e9ad_fk_processes_process_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_activity
    ADD CONSTRAINT processes_activity_process_id_b090e9ad_fk_processes_process_id FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_follow processes_follow_person_id_07a6bc4b_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_follow
    ADD CONSTRAINT processes_follow_person_id_07a6bc4b_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_follow processes_follow_process_id_ba089772_fk_processes_process_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_follow
    ADD CONSTRAINT processes_follow_process_id_ba089772_fk_processes_process_id FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_formeraddress processes_formeraddr_authority_id_92fe0770_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_formeraddress
    ADD CONSTRAINT processes_formeraddr_authority_id_92fe0770_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_formeraddress processes_formeraddr_process_id_02968b41_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_formeraddress
    ADD CONSTRAINT processes_formeraddr_process_id_02968b41_fk_processes FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_invitation processes_invitation_accepted_by_id_b8b483bb_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_invitation
    ADD CONSTRAINT processes_invitation_accepted_by_id_b8b483bb_fk_people_pe FOREIGN KEY (accepted_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_invitation processes_invitation_authority_id_97ebadf5_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_invitation
    ADD CONSTRAINT processes_invitation_authority_id_97ebadf5_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_invitation processes_invitation_invited_by_id_32386bbe_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_invitation
    ADD CONSTRAINT processes_invitation_invited_by_id_32386bbe_fk_people_person_id FOREIGN KEY (invited_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_invitation processes_invitation_process_id_78a036b7_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_invitation
    ADD CONSTRAINT processes_invitation_process_id_78a036b7_fk_processes FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_phase processes_phase_process_id_c814b557_fk_processes_process_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_phase
    ADD CONSTRAINT processes_phase_process_id_c814b557_fk_processes_process_id FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_process processes_process_created_by_id_ae549895_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_process
    ADD CONSTRAINT processes_process_created_by_id_ae549895_fk_people_person_id FOREIGN KEY (created_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_process processes_process_owner_id_134b8438_fk_authorities_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_process
    ADD CONSTRAINT processes_process_owner_id_134b8438_fk_authorities_authority_id FOREIGN KEY (owner_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_processpartner processes_processpar_authority_id_8b36822d_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_processpartner
    ADD CONSTRAINT processes_processpar_authority_id_8b36822d_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_processpartner processes_processpar_process_id_15e1e195_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_processpartner
    ADD CONSTRAINT processes_processpar_process_id_15e1e195_fk_processes FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_processrole processes_processrol_process_id_1876cc0a_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_processrole
    ADD CONSTRAINT processes_processrol_process_id_1876cc0a_fk_processes FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_processrole processes_processrole_given_by_id_d210ed9a_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_processrole
    ADD CONSTRAINT processes_processrole_given_by_id_d210ed9a_fk_people_person_id FOREIGN KEY (given_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_processrole processes_processrole_person_id_65dea87c_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_processrole
    ADD CONSTRAINT processes_processrole_person_id_65dea87c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_searchentry processes_searchentr_authority_id_0ddc1c4d_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_searchentry
    ADD CONSTRAINT processes_searchentr_authority_id_0ddc1c4d_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_searchentry processes_searchentr_process_id_71cbfdf7_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_searchentry
    ADD CONSTRAINT processes_searchentr_process_id_71cbfdf7_fk_processes FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: processes_stage processes_stage_activity_id_0e6899ba_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.processes_stage
    ADD CONSTRAINT processes_stage_activity_id_0e6899ba_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: procrastinate_events procrastinate_events_job_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;


--
-- Name: procrastinate_jobs procrastinate_jobs_worker_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;


--
-- Name: procrastinate_periodic_defers procrastinate_periodic_defers_job_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);


--
-- Name: reports_hearingsummary reports_hearingsumma_activity_id_3889afe7_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_hearingsummary
    ADD CONSTRAINT reports_hearingsumma_activity_id_3889afe7_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reports_practice reports_practice_added_by_id_55b0789a_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_practice
    ADD CONSTRAINT reports_practice_added_by_id_55b0789a_fk_people_person_id FOREIGN KEY (added_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reports_practice reports_practice_section_id_4b87ff43_fk_documents_section_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_practice
    ADD CONSTRAINT reports_practice_section_id_4b87ff43_fk_documents_section_id FOREIGN KEY (section_id) REFERENCES public.documents_section(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reports_practicefile reports_practicefile_practice_id_1e077371_fk_reports_p; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_practicefile
    ADD CONSTRAINT reports_practicefile_practice_id_1e077371_fk_reports_p FOREIGN KEY (practice_id) REFERENCES public.reports_practice(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reports_report reports_report_activity_id_8dfc7a12_fk_processes_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_activity_id_8dfc7a12_fk_processes_activity_id FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reports_reportannex reports_reportannex_version_id_3c115dea_fk_reports_r; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportannex
    ADD CONSTRAINT reports_reportannex_version_id_3c115dea_fk_reports_r FOREIGN KEY (version_id) REFERENCES public.reports_reportversion(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reports_reportfile reports_reportfile_hearing_id_529f1d88_fk_reports_h; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportfile
    ADD CONSTRAINT reports_reportfile_hearing_id_529f1d88_fk_reports_h FOREIGN KEY (hearing_id) REFERENCES public.reports_hearingsummary(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reports_reportfile reports_reportfile_version_id_fe6c36a9_fk_reports_r; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportfile
    ADD CONSTRAINT reports_reportfile_version_id_fe6c36a9_fk_reports_r FOREIGN KEY (version_id) REFERENCES public.reports_reportversion(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reports_reportversion reports_reportversio_activity_id_967c3b61_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports_reportversion
    ADD CONSTRAINT reports_reportversio_activity_id_967c3b61_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: site_namedexport site_namedexport_authority_id_e3a12ecd_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site_namedexport
    ADD CONSTRAINT site_namedexport_authority_id_e3a12ecd_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: site_retentioncount site_retentioncount_authority_id_f5f08515_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site_retentioncount
    ADD CONSTRAINT site_retentioncount_authority_id_f5f08515_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: site_retentioncount site_retentioncount_run_id_56de4bd7_fk_site_retentionrun_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site_retentioncount
    ADD CONSTRAINT site_retentioncount_run_id_56de4bd7_fk_site_retentionrun_id FOREIGN KEY (run_id) REFERENCES public.site_retentionrun(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_colleague statements_colleague_invited_by_id_83152c07_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_colleague
    ADD CONSTRAINT statements_colleague_invited_by_id_83152c07_fk_people_person_id FOREIGN KEY (invited_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_colleague statements_colleague_person_id_e110c15d_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_colleague
    ADD CONSTRAINT statements_colleague_person_id_e110c15d_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_colleague statements_colleague_statement_id_145a7642_fk_statement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_colleague
    ADD CONSTRAINT statements_colleague_statement_id_145a7642_fk_statement FOREIGN KEY (statement_id) REFERENCES public.statements_statement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statement statements_statement_activity_id_092b4376_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statement
    ADD CONSTRAINT statements_statement_activity_id_092b4376_fk_processes FOREIGN KEY (activity_id) REFERENCES public.processes_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statement statements_statement_approved_by_id_b6dee2c0_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statement
    ADD CONSTRAINT statements_statement_approved_by_id_b6dee2c0_fk_people_pe FOREIGN KEY (approved_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statement statements_statement_asked_by_id_142c5e5c_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statement
    ADD CONSTRAINT statements_statement_asked_by_id_142c5e5c_fk_people_person_id FOREIGN KEY (asked_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statement statements_statement_organisation_id_5dd0e5e8_fk_people_or; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statement
    ADD CONSTRAINT statements_statement_organisation_id_5dd0e5e8_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statement statements_statement_receipt_id_a7ab0dc6_fk_comments_receipt_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statement
    ADD CONSTRAINT statements_statement_receipt_id_a7ab0dc6_fk_comments_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.comments_receipt(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statementpart statements_statement_saved_by_id_413f8da9_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementpart
    ADD CONSTRAINT statements_statement_saved_by_id_413f8da9_fk_people_pe FOREIGN KEY (saved_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statementpart statements_statement_section_id_be2c2358_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementpart
    ADD CONSTRAINT statements_statement_section_id_be2c2358_fk_documents FOREIGN KEY (section_id) REFERENCES public.documents_section(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statementnote statements_statement_statement_id_4f82b03a_fk_statement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementnote
    ADD CONSTRAINT statements_statement_statement_id_4f82b03a_fk_statement FOREIGN KEY (statement_id) REFERENCES public.statements_statement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statementpart statements_statement_statement_id_d2ace639_fk_statement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementpart
    ADD CONSTRAINT statements_statement_statement_id_d2ace639_fk_statement FOREIGN KEY (statement_id) REFERENCES public.statements_statement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statementpart statements_statement_version_id_3a7d9d24_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementpart
    ADD CONSTRAINT statements_statement_version_id_3a7d9d24_fk_documents FOREIGN KEY (version_id) REFERENCES public.documents_documentversion(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statements_statementnote statements_statementnote_by_id_977c0aa4_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements_statementnote
    ADD CONSTRAINT statements_statementnote_by_id_977c0aa4_fk_people_person_id FOREIGN KEY (by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: transfers_formerreply transfers_formerrepl_transfer_id_f4854fae_fk_transfers; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_formerreply
    ADD CONSTRAINT transfers_formerrepl_transfer_id_f4854fae_fk_transfers FOREIGN KEY (transfer_id) REFERENCES public.transfers_transfer(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: transfers_transfer transfers_transfer_answered_by_id_88f79b69_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfers_transfer_answered_by_id_88f79b69_fk_people_person_id FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: transfers_transfer transfers_transfer_comment_id_db98d3b4_fk_comments_comment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfers_transfer_comment_id_db98d3b4_fk_comments_comment_id FOREIGN KEY (comment_id) REFERENCES public.comments_comment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: transfers_transfer transfers_transfer_ended_by_id_ef5219e7_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfers_transfer_ended_by_id_ef5219e7_fk_people_person_id FOREIGN KEY (ended_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: transfers_transfer transfers_transfer_joined_to_id_5ce30dc1_fk_transfers; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfers_transfer_joined_to_id_5ce30dc1_fk_transfers FOREIGN KEY (joined_to_id) REFERENCES public.transfers_transfer(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: transfers_transfer transfers_transfer_passed_by_id_973c40c4_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfers_transfer_passed_by_id_973c40c4_fk_people_person_id FOREIGN KEY (passed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: transfers_transfer transfers_transfer_ready_by_id_0fb8c380_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfers_transfer_ready_by_id_0fb8c380_fk_people_person_id FOREIGN KEY (ready_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: transfers_transfer transfers_transfer_receiver_id_eb812582_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfers_transfer_receiver_id_eb812582_fk_authoriti FOREIGN KEY (receiver_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: transfers_transfer transfers_transfer_saved_by_id_12ad47ce_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transfers_transfer
    ADD CONSTRAINT transfers_transfer_saved_by_id_12ad47ce_fk_people_person_id FOREIGN KEY (saved_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: translating_returnedfile translating_returned_authority_id_fdd46866_fk_authoriti; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.translating_returnedfile
    ADD CONSTRAINT translating_returned_authority_id_fdd46866_fk_authoriti FOREIGN KEY (authority_id) REFERENCES public.authorities_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: translating_returnedfile translating_returned_process_id_0c5ed457_fk_processes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.translating_returnedfile
    ADD CONSTRAINT translating_returned_process_id_0c5ed457_fk_processes FOREIGN KEY (process_id) REFERENCES public.processes_process(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: translating_returnedfile translating_returned_read_by_id_59edaf61_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.translating_returnedfile
    ADD CONSTRAINT translating_returned_read_by_id_59edaf61_fk_people_pe FOREIGN KEY (read_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- PostgreSQL database dump complete
--


