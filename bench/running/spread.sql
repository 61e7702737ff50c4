-- Comments of a round with everything that staff's filters ask of them, spread over rare and common values.

SET statement_timeout = 0;

-- One of the words for a row, four times in five the first.
CREATE FUNCTION pg_temp.one_of(words text, salt int, id bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT (string_to_array(words, ' '))[CASE WHEN abs(hashint8(id + salt)) % 5 > 0 THEN 1
    ELSE abs(hashint8(id + salt + 1)) % cardinality(string_to_array(words, ' ')) + 1 END]
$$;

-- Whether a row is one of every so many.
CREATE FUNCTION pg_temp.one_in(count int, salt int, id bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
SELECT abs(hashint8(id + salt)) % count = 0
$$;

UPDATE comments_sender SET
    capacities = ARRAY[pg_temp.one_of('resident service_user close_person organisation professional volunteer', 11, id)],
    municipality_id = (
        SELECT array_agg(id ORDER BY id) FROM places_area WHERE kind = 'municipality'
    )[abs(hashint8(id)) % 300 + 1];

UPDATE comments_comment SET
    channel = pg_temp.one_of('online paper phone event email supported elsewhere', 21, id),
    language = pg_temp.one_of('fi sv en', 31, id),
    handling = pg_temp.one_of('open answered closed', 41, id),
    state = pg_temp.one_of('visible waiting hidden withdrawn visible visible visible', 51, id),
    arrived_at = date_trunc('day', arrived_at) - interval '1 hour' * (12 + abs(hashint8(id + 55)) % 720);

UPDATE comments_thread SET unanswered_count = (
    SELECT count(*) FROM comments_comment WHERE thread_id = comments_thread.id AND state = 'visible' AND handling = 'open'
);

INSERT INTO material_commentwork (comment_id, stance, assignee_id, due_on)
SELECT
    id,
    (ARRAY['for', 'partly', 'against', 'none', 'question', ''])[abs(hashint8(id + 61)) % 6 + 1],
    CASE WHEN pg_temp.one_in(3, 62, id) THEN (SELECT id FROM people_person WHERE email = 'bertta@example.org') END,
    CASE WHEN pg_temp.one_in(4, 63, id) THEN current_date - 30 + abs(hashint8(id + 64)) % 60 END
FROM comments_comment WHERE NOT pg_temp.one_in(3, 65, id);

-- Of what was closed, half was passed on to an authority outside, and a third of that has been answered there.
INSERT INTO transfers_transfer (
    comment_id, key, outside_name, outside_address, reason, state, passed_at, answer, correction, answered_at,
    return_reason, returned_note, revision
)
SELECT
    id, gen_random_uuid(), 'Esimerkkilän kaupunki', '', '{"fi": "Kuuluu kaupungille."}',
    CASE WHEN pg_temp.one_in(3, 67, id) THEN 'answered' ELSE 'outside' END, now(),
    CASE WHEN pg_temp.one_in(3, 67, id) THEN '{"fi": "Kiitos."}'::jsonb ELSE '{}' END, '{}',
    CASE WHEN pg_temp.one_in(3, 67, id) THEN now() END, '', '', 1
FROM comments_comment WHERE handling = 'closed' AND pg_temp.one_in(2, 66, id);

INSERT INTO material_signature (comment_id, activity_id, revision, bands, leader_id, score, like_count, is_apart)
SELECT id, activity_id, 1, decode(repeat(md5(id::text), 30), 'hex'), NULL, 0, 0, false
FROM comments_comment WHERE state = 'visible';
UPDATE material_signature SET leader_id = (SELECT min(comment_id) FROM material_signature), score = 0.9
WHERE comment_id > (SELECT min(comment_id) FROM material_signature) AND pg_temp.one_in(1000, 71, comment_id);
UPDATE material_signature SET like_count = (SELECT count(*) FROM material_signature WHERE leader_id IS NOT NULL)
WHERE comment_id = (SELECT min(comment_id) FROM material_signature);

-- Twelve themes, the first of half of all comments, each further one of half as many.
INSERT INTO material_theme (activity_id, name, comment_count, revision, made_at)
SELECT activity.id, jsonb_build_object('fi', 'Teema ' || place), 0, 1, now()
FROM processes_activity activity, generate_series(1, 12) place;
INSERT INTO material_commenttheme (theme_id, comment_id)
SELECT theme.id, comment.id
FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM material_theme) theme, comments_comment comment
WHERE pg_temp.one_in((2 ^ theme.place)::int, 80 + theme.place::int, comment.id);
UPDATE material_theme SET comment_count = (
    SELECT count(*) FROM material_commenttheme WHERE theme_id = material_theme.id
);

UPDATE processes_activity SET
    comment_count = (SELECT count(*) FROM comments_comment WHERE state = 'visible'),
    waiting_count = (SELECT count(*) FROM comments_comment WHERE state = 'waiting'),
    hidden_count = (SELECT count(*) FROM comments_comment WHERE state = 'hidden');
