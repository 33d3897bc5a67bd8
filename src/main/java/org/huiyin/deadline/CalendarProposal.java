package org.huiyin.deadline;

import java.util.List;
import java.util.stream.Collectors;

/** Notices of one region, one a year. */
record CalendarProposal(List<CalendarNotice> notices) implements RuleProposal {
    CalendarProposal {
        notices = List.copyOf(notices);
    }

    @Override
    public RuleSubject subject() {
        return RuleSubject.CALENDAR;
    }

    String inWords() {
        Region region = notices.get(0).region();
        return notices.stream().map(notice -> notice.year() + "年").collect(Collectors.joining("、")) + "放假调休安排（"
                + (region.isNation() ? "全国" : "地区" + region.code()) + "）";
    }
}
