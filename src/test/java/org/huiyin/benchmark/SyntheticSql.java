package org.huiyin.benchmark;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.benchmark.SyntheticCity.Copied;

/** The statements by which {@link SyntheticCity} multiplies petitions, and the words of which their letters are made. */
final class SyntheticSql {
    private static final List<String> ROADS = List.of(
            "柳荫", "望江", "荷风", "稻香", "青石", "竹溪", "渡口", "钟楼", "梨园", "雁回", "松风", "映雪", "鹤鸣", "桂子", "潮音", "观澜", "采薇", "枫桥",
            "梅岭", "白鹭");
    private static final List<String> WAYS = List.of("路", "街", "巷", "大道", "里", "弄");
    private static final List<String> ESTATES = List.of(
            "锦绣", "云栖", "春晓", "听涛", "晴川", "揽月", "丰禾", "同心", "安澜", "和畅", "星河", "翠微", "朝晖", "金穗", "沁芳", "远香", "怡然", "澄湖",
            "景明", "康乐");
    private static final List<String> HOUSES = List.of("花园", "家园", "新村", "公寓", "小区", "雅苑", "坊", "庭院");
    private static final List<String> SUBJECTS =
            List.of("城乡建设", "劳动和社会保障", "教育文体", "商贸旅游", "环境保护", "卫生计生", "交通运输", "民政");
    private static final List<String> THINGS = List.of(
            "楼道电灯", "供水管道", "电梯", "下水道", "围墙", "停车位", "垃圾站", "健身器材", "燃气管道", "路面", "公交站牌", "油烟排放口", "施工工地", "广场音响",
            "物业费", "维修资金", "工程款", "加班工资", "社保缴费", "入学名额", "课后托管", "预付卡余额", "摊位", "消防通道", "屋面防水", "化粪池", "路灯", "行道树",
            "护栏", "井盖");
    private static final List<String> TROUBLES = List.of(
            "长期损坏无人修理",
            "渗漏严重影响居住",
            "被擅自占用",
            "夜间噪声扰民",
            "收费没有依据",
            "拖欠半年未付",
            "存在安全隐患",
            "投诉多次没有结果",
            "规划与公示不符",
            "异味难闻",
            "被拒绝办理",
            "标准不一",
            "迟迟不予退还",
            "雨天积水无法通行",
            "验收不合格就交付");
    private static final List<String> SENTENCES = List.of(
            "我们多次向有关单位反映，一直没有得到明确答复。",
            "附近住着不少老人和孩子，出行很不安全。",
            "物业说要等上级通知，社区说不归他们管。",
            "去年也有人反映过，当时答应年底前解决。",
            "现场照片已经留存，需要时可以提供。",
            "希望有关部门派人到现场看一看。",
            "这件事已经影响到几十户居民的正常生活。",
            "我们愿意配合调查，也希望知道办理的进度。",
            "施工单位只在白天露面，晚上照样开工。",
            "合同和收据都在，对方却不承认。",
            "请给出处理的依据和期限。",
            "如果不属于你们管，请告诉我们该找谁。",
            "上周又发生了一次，幸好没有伤到人。",
            "同样的问题在隔壁小区已经解决了。",
            "电话打过很多次，都说正在研究。",
            "大家商量后推举我来反映。");
    private static final List<String> CHANNELS =
            List.of("ONLINE", "ONLINE", "ONLINE", "ONLINE", "CALL", "CALL", "LETTER", "VISIT", "MAILBOX", "FAX");
    private static final List<String> SOURCES = List.of(
            "DIRECT",
            "DIRECT",
            "DIRECT",
            "DIRECT",
            "DIRECT",
            "DIRECT",
            "HOTLINE",
            "HOTLINE",
            "LEADER_MAILBOX",
            "SUPERIOR",
            "OTHER_ORGAN",
            "DEPUTY");

    /** What is done to every table with a petition's number. */
    private static final Map<String, String> NUMBER = Map.of("petition", "c.petition");

    private static final String BY_NUMBER = "join synthetic.template g on g.template = t.petition";
    private static final String BY_INSTANCE = "join synthetic.instance g on g.proc = t.%s";
    private static final String BY_TASK =
            "join (select id_, its_template as template from synthetic.act_ru_task) g on g.id_ = t.%s";
    private static final String LAMP = "synthetic.lamp(w.yellow_at, w.red_at, w.overdue_at, c.days)";

    /** A copy of a row of a watch stands at the lamp of its clock. */
    private static final String WATCHED = "left join synthetic.instance w on w.proc = t.%s and w.yellow_at is not null";

    private SyntheticSql() {}

    static String functions(Instant now) {
        return """
                create schema synthetic;
                create table synthetic.template (template text primary key, steps integer, place integer);
                create table synthetic.share (steps integer, from_hundredth integer, to_hundredth integer);
                create table synthetic.instance (template text, proc text primary key, yellow_at timestamptz, red_at timestamptz,
                    overdue_at timestamptz);
                create unlogged table synthetic.clone (
                    n integer, template text, petition text, days integer, minutes integer);
                -- one of so many, the same for the same n
                create function synthetic.pick(n integer, what integer, many integer) returns integer
                    language sql immutable parallel safe as $$
                    select 1 + (hashint4(n * 16 + what) & 2147483647) %% many
                $$;
                create function synthetic.lamp(yellow timestamptz, red timestamptz, overdue timestamptz, days integer)
                    returns text language sql immutable parallel safe as $$
                    select case when overdue - days * interval '1 day' <= '%1$s'::timestamptz then 'OVERDUE'
                        when red - days * interval '1 day' <= '%1$s'::timestamptz then 'RED'
                        when yellow - days * interval '1 day' <= '%1$s'::timestamptz then 'YELLOW' else 'GREEN' end
                $$;
                """.formatted(now);
    }

    static final String INSTANCES = """
            insert into synthetic.instance (template, proc, yellow_at, red_at, overdue_at)
            select g.template, e.id_, k.yellow_at, k.red_at, k.overdue_at
            from act_ru_execution e join synthetic.template g on g.template = e.business_key_
            left join deadline.clock k on k.watch = e.id_ and k.state = 'RUNNING'
            where e.id_ = e.proc_inst_id_;
            analyze synthetic.instance""";

    /** Open ones are of the last weeks, mostly; what is over is of two years. */
    static final String CLONES = """
            insert into synthetic.clone (n, template, petition, days, minutes)
            select n, t.template,
                '990100' || to_char(cast(? as timestamptz) - d.days * interval '1 day', 'YYYYMMDD') || '09'
                    || lpad((n % 1000000)::text, 6, '0'),
                d.days, synthetic.pick(n, 4, 480)
            from generate_series(1, cast(? as integer)) n
            join synthetic.share s on synthetic.pick(n, 1, 100) - 1 >= s.from_hundredth
                and synthetic.pick(n, 1, 100) - 1 < s.to_hundredth
            join synthetic.template t on t.steps = s.steps and t.place = synthetic.pick(n, 2, 12) - 1
            cross join lateral (select case when s.steps < 9
                then (100 * power(synthetic.pick(n, 3, 10000) / 10000.0, 3))::integer
                else 60 + synthetic.pick(n, 3, 600) end as days) d""";

    static final String LETTERS = """
            insert into casefile.content (petition, title, content, demand, place, subject)
            select c.petition, l.estate || l.thing || l.trouble,
                '我住在' || l.place || '，' || l.estate || l.thing || l.trouble || '。' || s.one || s.two || s.three,
                '请督促有关单位处理' || l.thing || '的问题。', l.place, l.subject
            from synthetic.clone c
            cross join lateral (select
                (%1$s)[synthetic.pick(c.n, 5, %2$d)] || (%3$s)[synthetic.pick(c.n, 6, %4$d)]
                    || synthetic.pick(c.n, 7, 300) || '号' as place,
                (%5$s)[synthetic.pick(c.n, 8, %6$d)] || (%7$s)[synthetic.pick(c.n, 9, %8$d)]
                    || synthetic.pick(c.n, 10, 40) || '栋' as estate,
                (%9$s)[synthetic.pick(c.n, 11, %10$d)] as thing, (%11$s)[synthetic.pick(c.n, 12, %12$d)] as trouble,
                (%13$s)[synthetic.pick(c.n, 13, %14$d)] as subject) l
            cross join lateral (select
                (%15$s)[synthetic.pick(c.n, 14, %16$d)] as one, (%15$s)[synthetic.pick(c.n, 15, %16$d)] as two,
                (%15$s)[synthetic.pick(c.n + 7, 14, %16$d)] as three) s;
            insert into casefile.unread (petition) select petition from synthetic.clone""".formatted(
                    array(ROADS),
                    ROADS.size(),
                    array(WAYS),
                    WAYS.size(),
                    array(ESTATES),
                    ESTATES.size(),
                    array(HOUSES),
                    HOUSES.size(),
                    array(THINGS),
                    THINGS.size(),
                    array(TROUBLES),
                    TROUBLES.size(),
                    array(SUBJECTS),
                    SUBJECTS.size(),
                    array(SENTENCES),
                    SENTENCES.size());

    /** Rare things are rare: one in twenty-five on a focus topic, one in five hundred urgent or kept from an officer. */
    static final String CIRCUMSTANCES = """
            insert into casefile.circumstance (petition, source, outcome_owed, affected_count, territory, content_class, discovered)
            select c.petition, case when c.n %% 3000 = 11 then 'SURVEY' else (%1$s)[synthetic.pick(c.n, 5, %2$d)] end, false,
                nullif(synthetic.pick(c.n, 6, 40) / 20, 0), t.places[synthetic.pick(c.n, 7, cardinality(t.places))],
                lpad(synthetic.pick(c.n, 8, 15)::text, 2, '0') || '0000', false
            from synthetic.clone c cross join (select array_agg(id order by id) as places from organ.organ
                where kind in ('GOVERNMENT', 'STREET') and valid) t;
            insert into casefile.petition_topic (petition, topic)
            select c.petition, (array['BUSINESS_CLIMATE', 'CITY_SAFETY', 'OLD_AND_REMOTE'])[synthetic.pick(c.n, 9, 3)]
            from synthetic.clone c where c.n %% 25 = 0;
            insert into urgent.alert (petition, version, kind, level, people, place, situation, measures, known_at, organ,
                flagged_by, flagged_at, paper)
            select p.id, 1, 'CROWD', 'MAJOR_AND_URGENT', 20, '渡口', '多人聚集。', '已派人到场。', p.received_at, p.organ, 'intake',
                p.received_at, 'S-' || c.n
            from synthetic.clone c join casefile.petition p on p.id = c.petition where c.n %% 500 = 3;
            insert into casefile.barred (petition, officer, because)
            select c.petition, 'supervise', 'RECUSED' from synthetic.clone c where c.n %% 10000 = 7""".formatted(array(SOURCES), SOURCES.size());

    static final String JOURNAL = """
            insert into casefile.journal (petition, seq, at, kind, actor, facts, hash)
            select p.id, 1, p.opened_at, 'IMPORTED', 'system', '{}', p.journal_hash
            from synthetic.clone c join casefile.petition p on p.id = c.petition""";

    /** The tables, in an order in which each finds what it asks for. */
    static List<Copied> copied(Instant now) {
        return List.of(
                new Copied(
                        "casefile.petition",
                        "join synthetic.template g on g.template = t.id",
                        "",
                        Map.of(
                                "id", "c.petition",
                                "received_at",
                                        "t.received_at - c.days * interval '1 day' - c.minutes * interval '1 minute'",
                                "channel",
                                        "(%s)[synthetic.pick(c.n, 6, %d)]".formatted(array(CHANNELS), CHANNELS.size()),
                                "confidential", "c.n % 211 = 0",
                                "journal_seq", "1",
                                "journal_hash",
                                        "casefile.journal_link(casefile.journal_root(c.petition), c.petition, 1, "
                                                + "t.opened_at - c.days * interval '1 day', 'IMPORTED', 'system', '{}', null)")),
                new Copied(
                        "deadline.clock",
                        BY_NUMBER,
                        "",
                        Map.of(
                                "petition", "c.petition",
                                "received_at",
                                        "t.received_at - c.days * interval '1 day' - c.minutes * interval '1 minute'",
                                "watch", "t.watch || '-' || c.n",
                                "lamp",
                                        "case when t.state = 'RUNNING' then "
                                                + "synthetic.lamp(t.yellow_at, t.red_at, t.overdue_at, c.days) else t.lamp end")),
                new Copied(
                        "notice.paper",
                        BY_NUMBER,
                        "",
                        Map.of(
                                "petition",
                                "c.petition",
                                "serial",
                                "t.serial + c.n * 1000",
                                "number",
                                "t.number || '-' || c.n")),
                new Copied("dispatch.forwarding", BY_NUMBER, "", NUMBER),
                new Copied("dispatch.routing", BY_NUMBER, "", NUMBER),
                new Copied("handling.acceptance", BY_NUMBER, "", NUMBER),
                new Copied("signing.draft", BY_NUMBER, "", NUMBER),
                new Copied(
                        "act_ru_execution",
                        BY_INSTANCE.formatted("proc_inst_id_"),
                        WATCHED.formatted("proc_inst_id_"),
                        with(
                                ids("id_", "proc_inst_id_", "root_proc_inst_id_", "parent_id_", "super_exec_"),
                                "business_key_",
                                "case when t.business_key_ is not null then c.petition end",
                                "act_id_",
                                "case when w.proc is not null and t.act_id_ like 'show%' then 'show' || initcap(" + LAMP
                                        + ") else t.act_id_ end")),
                new Copied(
                        "act_ru_task",
                        BY_INSTANCE.formatted("proc_inst_id_"),
                        """
                        left join lateral (
                            select max(array_position(array['GREEN', 'YELLOW', 'RED', 'OVERDUE'],
                                synthetic.lamp(k.yellow_at, k.red_at, k.overdue_at, c.days))) as lamp
                            from synthetic.deadline_clock k where k.its_template = c.template and k.state = 'RUNNING') w on true
                        """,
                        with(
                                ids("id_", "execution_id_", "proc_inst_id_"),
                                "create_time_",
                                "t.create_time_ - c.days * interval '1 day' - c.minutes * interval '1 minute'",
                                "priority_",
                                "case when c.n % 500 = 3 then 100 else (array[50, 60, 70, 90])[coalesce(w.lamp, 1)] end")),
                new Copied("act_ru_identitylink", BY_TASK.formatted("task_id_"), "", ids("id_", "task_id_")),
                new Copied(
                        "act_ru_authorization",
                        BY_TASK.formatted("resource_id_") + " and t.resource_type_ = 7",
                        "",
                        ids("id_", "resource_id_", "root_proc_inst_id_")),
                new Copied(
                        "act_ru_job",
                        BY_INSTANCE.formatted("process_instance_id_"),
                        WATCHED.formatted("process_instance_id_") + " where w.proc is null or " + LAMP
                                + " <> 'OVERDUE'",
                        with(
                                ids("id_", "execution_id_", "process_instance_id_", "root_proc_inst_id_"),
                                "duedate_",
                                "case when w.proc is null then t.duedate_ else (case " + LAMP
                                        + " when 'GREEN' then w.yellow_at"
                                        + " when 'YELLOW' then w.red_at else w.overdue_at end) at time zone 'Asia/Shanghai'"
                                        + " end - c.days * interval '1 day'",
                                "handler_cfg_",
                                "case when w.proc is null then t.handler_cfg_ else replace(t.handler_cfg_, 'green', lower("
                                        + LAMP + ")) end",
                                "job_def_id_",
                                "case when w.proc is null then t.job_def_id_ else (select d.id_ from act_ru_jobdef d"
                                        + " where d.proc_def_id_ = t.process_def_id_ and d.act_id_ = lower(" + LAMP
                                        + ") || 'Elapsed') end")));
    }

    static List<String> bigTables() {
        return Stream.concat(
                        copied(Instant.EPOCH).stream().map(Copied::table),
                        Stream.of(
                                "casefile.content",
                                "casefile.circumstance",
                                "casefile.petition_topic",
                                "casefile.person",
                                "casefile.likeness",
                                "casefile.journal"))
                .toList();
    }

    private static Map<String, String> ids(String... columns) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String column : columns) {
            all.put(column, "t." + column + " || '-' || c.n");
        }
        return all;
    }

    private static Map<String, String> with(Map<String, String> some, String... more) {
        Map<String, String> all = new LinkedHashMap<>(some);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String array(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(",", "array[", "]"));
    }
}
