-- Where the office of an organ answers other organs that share a matter with it: a number of the office, never a person's.
alter table organ.organ add column telephone text check (length(telephone) between 3 and 40);
