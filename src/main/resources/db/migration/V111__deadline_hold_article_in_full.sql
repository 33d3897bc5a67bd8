-- Named with its document: a local row may have a law of its own and still be held by the article of the country.
update deadline.time_limit set hold_article = law || hold_article where hold_article is not null;
comment on column deadline.time_limit.hold_article is 'document and article by which the clock may be held';
comment on column deadline.time_limit.extension_article is 'document and article that give the extension its days';
