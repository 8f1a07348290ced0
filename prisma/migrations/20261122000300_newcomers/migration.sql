-- What the platform tells of somebody who waits to be let in: his language and time zone are his from the first day.
ALTER TABLE admissions ADD COLUMN locale text, ADD COLUMN time_zone text;
ALTER TABLE admissions ADD CONSTRAINT admissions_locale CHECK (locale IN ('zh', 'en'));
