package org.huiyin.casefile;

/**
 * 信访人: what is known of one petitioner; an empty string is "not known". Numbers are checked here, and a masked value is
 * refused so that what a screen hides can never be written back.
 */
public record Person(String name, String phone, String idNumber, String address, PersonKind kind) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_NUMBER = 40;

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
        IdNumber.fault(idNumber, kind).ifPresent(fault -> typed.wrong("idNumber", "证件号码", fault));
        typed.refuseWrong();
    }

    public static Person citizen(String name, String phone, String idNumber, String address) {
        return new Person(name, phone, idNumber, address, PersonKind.CITIZEN);
    }

    /** A notice can reach this person (art 23: none is due when name or address is unclear). */
    boolean isReachable() {
        return !name.isEmpty() && !(address.isEmpty() && phone.isEmpty());
    }

    boolean isUnknown() {
        return name.isEmpty() && phone.isEmpty() && idNumber.isEmpty() && address.isEmpty();
    }

    /** Never prints who it is: records end up in logs. */
    @Override
    public String toString() {
        return "Person[" + kind + "]";
    }
}
