package org.huiyin.casefile;

import java.util.Optional;

/**
 * 信访人: what is known of one petitioner; an empty string is "not known". Numbers are checked here, and a masked value is
 * refused so that what a screen hides can never be written back.
 *
 * @param idNumber of an organisation its 统一社会信用代码
 * @param nationality of foreigners and of people from Hong Kong, Macao and Taiwan (article 48)
 * @param agency of proxies, and of nobody else
 */
public record Person(
        String name,
        String phone,
        String idNumber,
        String address,
        PersonKind kind,
        PersonRole role,
        Optional<EnterpriseSize> enterpriseSize,
        String nationality,
        Optional<Agency> agency) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NATIONALITY = 50;

    public Person {
        Typed typed = new Typed();
        name = typed.line("petitionerName", "信访人姓名", name, LONGEST_NAME);
        address = typed.line("address", "住址", address, LONGEST_ADDRESS);
        phone = PhoneNumber.normalised(typed.line("phone", "联系电话", phone, LONGEST_NUMBER));
        idNumber = IdNumber.normalised(typed.line("idNumber", "证件号码", idNumber, LONGEST_NUMBER));
        typed.must(!Mask.isMasked(name), "petitionerName", "信访人姓名", "不能含有“*”，请填写真实姓名。");
        typed.must(!Mask.isMasked(address), "address", "住址", "不能含有“*”，请填写完整地址。");
        typed.must(
                phone.isEmpty() || PhoneNumber.isPossible(phone),
                "phone",
                "联系电话",
                "不是有效的电话号码，请填写11位手机号，或区号加固定电话号码，例如0711-5551234。");
        nationality = typed.line("nationality", "国籍或者地区", nationality, LONGEST_NATIONALITY);
        typed.must(enterpriseSize.isEmpty() || kind.isOrganisation(), "enterpriseSize", "企业规模", "只有单位才有企业规模，请核对信访人类别。");
        typed.must(
                nationality.isEmpty() || kind == PersonKind.FOREIGNER,
                "nationality",
                "国籍或者地区",
                "只登记港澳台居民和外国人的，请核对信访人类别。");
        typed.must(role != PersonRole.PROXY || agency.isPresent(), "proxyRelation", "与信访人关系", "代理人应当写明与信访人的关系和授权方式。");
        typed.must(role == PersonRole.PROXY || agency.isEmpty(), "proxyRelation", "与信访人关系", "只有代理人才填写。");
        typed.must(
                role == PersonRole.PRINCIPAL || !name.isEmpty() || isUnknown(name, phone, idNumber, address),
                "petitionerName",
                "姓名",
                "登记了电话、证件号码或者住址的，应当写明姓名。");
        IdNumber.fault(idNumber, kind).ifPresent(fault -> typed.wrong("idNumber", "证件号码", fault));
        typed.refuseWrong();
    }

    public Person(String name, String phone, String idNumber, String address, PersonKind kind) {
        this(name, phone, idNumber, address, kind, PersonRole.PRINCIPAL, Optional.empty(), "", Optional.empty());
    }

    public static Person citizen(String name, String phone, String idNumber, String address) {
        return new Person(name, phone, idNumber, address, PersonKind.CITIZEN);
    }

    public static Person proxy(String name, String phone, String address, Agency agency) {
        return new Person(
                name,
                phone,
                "",
                address,
                PersonKind.CITIZEN,
                PersonRole.PROXY,
                Optional.empty(),
                "",
                Optional.of(agency));
    }

    public Person as(PersonRole other) {
        return new Person(name, phone, idNumber, address, kind, other, enterpriseSize, nationality, agency);
    }

    /** A notice can reach this person (art 23: none is due when name or address is unclear). */
    boolean isReachable() {
        return !name.isEmpty() && !(address.isEmpty() && phone.isEmpty());
    }

    boolean isUnknown() {
        return isUnknown(name, phone, idNumber, address);
    }

    private static boolean isUnknown(String name, String phone, String idNumber, String address) {
        return name.isEmpty() && phone.isEmpty() && idNumber.isEmpty() && address.isEmpty();
    }

    /** Never prints who it is: records end up in logs. */
    @Override
    public String toString() {
        return "Person[" + kind + "]";
    }
}
