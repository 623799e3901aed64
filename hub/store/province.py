"""What a province sees of its centres: views over tickets and ratings, and the door for what centres ship."""

from __future__ import annotations

from typing import Final

SHIP_FUNCTION: Final = """
CREATE FUNCTION motcua_ship(doc json) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE have shipped; fresh bigint;
BEGIN
    INSERT INTO shipped VALUES (doc->>'centre', doc->>'epoch', 0, clock_timestamp()) ON CONFLICT DO NOTHING;
    SELECT * INTO have FROM shipped WHERE centre = doc->>'centre' FOR UPDATE;
    IF have.epoch <> doc->>'epoch' THEN
        DELETE FROM events WHERE centre = have.centre;
        DELETE FROM tickets WHERE centre = have.centre;
        DELETE FROM ratings WHERE centre = have.centre;
        UPDATE shipped SET epoch = doc->>'epoch', seq = 0, at = clock_timestamp() WHERE centre = have.centre;
        RETURN 0;
    END IF;
    IF (doc->>'after')::bigint <> have.seq THEN RETURN have.seq; END IF;
    {events} ON CONFLICT DO NOTHING;
    {tickets}
    ON CONFLICT (centre, id) DO UPDATE SET
        state = excluded.state, now_service = excluded.now_service, counter = excluded.counter,
        priority = excluded.priority, called_at = excluded.called_at, started_at = excluded.started_at,
        ended_at = excluded.ended_at, absences = excluded.absences;
    {ratings} ON CONFLICT DO NOTHING;
    SELECT coalesce(max(seq), have.seq) INTO fresh
        FROM json_to_recordset(doc->'events') AS r(seq bigint);
    UPDATE shipped SET seq = fresh, at = clock_timestamp() WHERE centre = have.centre;
    RETURN fresh;
END $$
"""
"""Takes the events of a centre after the last it has; told another place to go on from, the centre does so.

A log with a new name (a restored backup) begins anew: what was shipped of the old one is deleted.
"""

VIEWS: Final = """
CREATE VIEW waits AS
SELECT t.centre, t.day, count(*) AS tickets,
    count(*) FILTER (WHERE t.state = 'served') AS served,
    count(*) FILTER (WHERE t.state = 'no_show') AS no_shows,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM t.called_at - t.issued_at)) AS median_s,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM t.called_at - t.issued_at)) AS p90_s
FROM tickets AS t GROUP BY t.centre, t.day;

CREATE VIEW promises AS
SELECT t.centre, t.day, count(*) AS called,
    count(*) FILTER (
        WHERE t.called_at - t.issued_at <= make_interval(secs => (e.body->>'at_most_s')::double precision)
    ) AS on_time
FROM tickets AS t
JOIN events AS e ON e.centre = t.centre AND e.kind = 'ticket_issued' AND e.body->>'ticket' = t.id
WHERE t.called_at IS NOT NULL AND e.body->>'at_most_s' IS NOT NULL GROUP BY t.centre, t.day;

CREATE VIEW opinions AS
SELECT r.centre, t.day, count(*) AS ratings, avg(r.score) AS mean_score,
    count(*) FILTER (WHERE r.score <= 2) AS unhappy
FROM ratings AS r JOIN tickets AS t ON t.centre = r.centre AND t.id = r.ticket GROUP BY r.centre, t.day;

CREATE VIEW centre_days AS
SELECT w.*, p.called, p.on_time, o.ratings, o.mean_score, o.unhappy, s.at AS heard_at
FROM waits AS w LEFT JOIN promises AS p USING (centre, day) LEFT JOIN opinions AS o USING (centre, day)
LEFT JOIN shipped AS s USING (centre)
"""
"""Per centre and business day, whether the centre is hosted in this database or ships to it."""
