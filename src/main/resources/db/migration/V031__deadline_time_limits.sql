-- The national rows. Warning colours have no national source: yellow when a fifth of the span or three working days are
-- left (one for spans of up to five working days), red on the last working day. Lengths marked INTERNAL are targets of
-- ours, LOCAL ones are local law taken as a default.
insert into deadline.time_limit (code, region, level, valid_from, name, length, unit, starts_with, law, article, basis,
                                 petitioner_window, hold_allowed, yellow_percent, yellow_working_days, red_working_days, red_percent) values
    ('D1', '000000', 'ANY', '2022-05-01', '登记录入', 1, 'WORKING_DAY', '收到信访事项', '信访工作条例', '第二十二条、第二十三条', 'INTERNAL', false, false, 20, 0, 0, 0),
    ('D2', '000000', 'ANY', '2022-05-01', '信访部门分流', 15, 'CALENDAR_DAY', '信访部门收到信访事项', '信访工作条例', '第二十二条', 'LAW', false, false, 20, 3, 0, 0),
    ('D2a', '000000', 'NATION', '2022-05-01', '逐级转送（中央）', 5, 'CALENDAR_DAY', '收到信访事项，在分流的十五日之内', '信访事项办理群众满意度评价工作办法（2014）', '分级时限', 'RULE', false, false, 20, 3, 0, 0),
    ('D2a', '000000', 'PROVINCE', '2022-05-01', '逐级转送（省级）', 3, 'CALENDAR_DAY', '收到信访事项，在分流的十五日之内', '信访事项办理群众满意度评价工作办法（2014）', '分级时限', 'RULE', false, false, 20, 3, 0, 0),
    ('D2a', '000000', 'CITY', '2022-05-01', '逐级转送（市级）', 3, 'CALENDAR_DAY', '收到信访事项，在分流的十五日之内', '信访事项办理群众满意度评价工作办法（2014）', '分级时限', 'RULE', false, false, 20, 3, 0, 0),
    ('D2a', '000000', 'DISTRICT', '2022-05-01', '逐级转送（县级）', 4, 'CALENDAR_DAY', '收到信访事项，在分流的十五日之内', '信访事项办理群众满意度评价工作办法（2014）', '分级时限', 'RULE', false, false, 20, 3, 0, 0),
    ('D3', '000000', 'ANY', '2022-05-01', '直接提出事项告知', 15, 'CALENDAR_DAY', '机关收到信访人直接提出的事项', '信访工作条例', '第二十三条', 'LAW', false, false, 20, 3, 0, 0),
    ('D4', '000000', 'ANY', '2022-05-01', '转送交办事项告知', 15, 'CALENDAR_DAY', '机关收到转送、交办的事项', '信访工作条例', '第二十三条', 'LAW', false, false, 20, 3, 0, 0),
    ('D5', '000000', 'ANY', '2022-05-01', '提出异议', 5, 'WORKING_DAY', '机关收到转送、交办的事项', '信访工作条例', '第二十三条', 'LAW', false, false, 20, 1, 0, 0),
    ('D5a', '000000', 'ANY', '2022-05-01', '核实异议', 2, 'WORKING_DAY', '转送机关收到异议', '信访工作条例', '第二十三条', 'INTERNAL', false, false, 20, 1, 0, 0),
    ('D6', '000000', 'ANY', '2022-05-01', '办理', 60, 'CALENDAR_DAY', '受理信访事项', '信访工作条例', '第三十四条', 'LAW', false, false, 20, 3, 0, 0),
    ('D7', '000000', 'ANY', '2022-05-01', '延长办理', 30, 'CALENDAR_DAY', '办理期限届满', '信访工作条例', '第三十四条', 'LAW', false, false, 20, 3, 0, 0),
    ('D8', '000000', 'ANY', '2022-07-17', '简易程序转送', 1, 'WORKING_DAY', '各级收到信访事项', '信访事项简易办理办法', '转送时限', 'RULE', false, false, 20, 0, 0, 0),
    ('D9', '000000', 'ANY', '2022-07-17', '简易程序受理', 3, 'WORKING_DAY', '机关收到信访事项', '信访事项简易办理办法', '受理时限', 'RULE', false, false, 20, 1, 0, 0),
    ('D10', '000000', 'ANY', '2022-07-17', '简易程序办结', 10, 'WORKING_DAY', '受理信访事项', '信访事项简易办理办法', '办结时限', 'RULE', false, false, 20, 3, 0, 0),
    ('D11', '000000', 'ANY', '2022-05-01', '交办反馈', null, 'DATE', '收到交办', '信访工作条例', '第二十二条', 'LAW', false, false, 20, 3, 0, 0),
    ('D12', '000000', 'ANY', '2022-05-01', '申请复查', 30, 'CALENDAR_DAY', '信访人收到书面答复', '信访工作条例', '第三十五条', 'LAW', true, false, 20, 3, 0, 0),
    ('D13', '000000', 'ANY', '2022-05-01', '复查', 30, 'CALENDAR_DAY', '收到复查请求', '信访工作条例', '第三十五条', 'LAW', false, false, 20, 3, 0, 0),
    ('D14', '000000', 'ANY', '2022-05-01', '申请复核', 30, 'CALENDAR_DAY', '信访人收到书面复查答复', '信访工作条例', '第三十六条', 'LAW', true, false, 20, 3, 0, 0),
    ('D15', '000000', 'ANY', '2022-05-01', '复核', 30, 'CALENDAR_DAY', '收到复核请求', '信访工作条例', '第三十六条', 'LAW', false, true, 20, 3, 0, 0),
    ('D15a', '000000', 'ANY', '2022-05-01', '复查复核申请审查', 3, 'WORKING_DAY', '收到复查或者复核请求', '地方信访条例', '申请审查时限', 'LOCAL', false, false, 20, 1, 0, 0),
    ('D16', '000000', 'ANY', '2022-05-01', '听证通知', 7, 'CALENDAR_DAY', '听证举行日（倒算）', '地方信访听证办法', '听证通知时限', 'LOCAL', false, false, 20, 3, 0, 0),
    ('D17', '000000', 'ANY', '2022-05-01', '三项建议反馈', 30, 'CALENDAR_DAY', '收到建议书', '信访工作条例', '第四十条', 'LOCAL', false, false, 20, 3, 0, 0),
    ('D18', '000000', 'ANY', '2022-05-01', '建议意见答复', 60, 'CALENDAR_DAY', '收到建议意见', '信访工作条例', '第二十九条', 'INTERNAL', false, false, 20, 3, 0, 0),
    ('D19', '000000', 'ANY', '2022-05-01', '涉法涉诉和检举控告转送', 15, 'CALENDAR_DAY', '信访部门收到信访事项', '信访工作条例', '第二十二条', 'LAW', false, false, 20, 3, 0, 0),
    ('D20', '000000', 'ANY', '2022-05-01', '法定途径办理', null, 'DATE', '依该法定程序', '信访工作条例', '第三十一条', 'LAW', false, false, 20, 3, 0, 0),
    ('D21', '000000', 'ANY', '2022-05-01', '重大紧急信息报告', 60, 'CLOCK', '知悉情况', '信访工作条例', '第二十五条', 'INTERNAL', false, false, 50, 0, 0, 20),
    ('D22', '000000', 'ANY', '2022-05-01', '满意度评价', 30, 'CALENDAR_DAY', '答复送达', '信访事项办理群众满意度评价工作办法', '评价期限', 'INTERNAL', true, false, 20, 3, 0, 0),
    ('D23', '000000', 'ANY', '2022-05-01', '处理意见执行跟踪', null, 'DATE', '作出处理意见', '信访工作条例', '第三十二条、第四十条', 'LAW', false, false, 20, 3, 0, 0),
    ('D24', '000000', 'ANY', '2022-05-01', '年度报告', null, 'DATE', '年度终了', '信访工作条例', '第四十一条', 'LAW', false, false, 20, 3, 0, 0),
    ('T1', '000000', 'ANY', '2022-05-01', '登记送达回执', 7, 'CALENDAR_DAY', '处理意见书发出', '内部工作要求', '登记送达', 'INTERNAL', false, false, 20, 3, 0, 0);

-- 全国年节及纪念日放假办法: the second day of 劳动节 came with the revision in force from 2025.
insert into deadline.public_holiday (month, day, name, valid_from) values
    (1, 1, '元旦', '1949-12-23'),
    (5, 1, '劳动节', '1949-12-23'),
    (5, 2, '劳动节', '2025-01-01'),
    (10, 1, '国庆节', '1949-12-23'),
    (10, 2, '国庆节', '1949-12-23'),
    (10, 3, '国庆节', '1999-09-18');
