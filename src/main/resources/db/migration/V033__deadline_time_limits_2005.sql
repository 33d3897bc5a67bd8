-- 信访条例 of 2005 (国务院令第431号), in force until 信访工作条例: the same lengths under other articles. Clocks of matters of
-- that time name the article they began under. It knew no objection (D5).
insert into deadline.time_limit (code, region, level, valid_from, name, length, unit, starts_with, law, article, basis,
                                 petitioner_window, hold_allowed, yellow_percent, yellow_working_days, red_working_days, red_percent)
select now.code, now.region, now.level, date '2005-05-01', now.name, now.length, now.unit, now.starts_with,
       '信访条例（国务院令第431号）', before.article, 'LAW',
       now.petitioner_window, now.hold_allowed, now.yellow_percent, now.yellow_working_days, now.red_working_days, now.red_percent
from deadline.time_limit now
join (values ('D2', '第二十一条'),
             ('D3', '第二十二条'),
             ('D4', '第二十一条'),
             ('D6', '第三十三条'),
             ('D7', '第三十三条'),
             ('D11', '第二十一条'),
             ('D12', '第三十四条'),
             ('D13', '第三十四条'),
             ('D14', '第三十五条'),
             ('D15', '第三十五条'),
             ('D17', '第三十六条'),
             ('D24', '第三十九条')) as before (code, article) on before.code = now.code
where now.region = '000000' and now.level = 'ANY';
