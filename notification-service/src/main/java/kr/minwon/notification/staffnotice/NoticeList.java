package kr.minwon.notification.staffnotice;

import java.util.List;

/**
 * A list in which notices stand: each is in that of its office, in that of its department, and in its officer's or among
 * those that nobody of the department has taken.
 *
 * @param key as it is stored; no two lists have the same
 */
public record NoticeList(String key) {
    public static NoticeList ofOffice(String officeId) {
        return new NoticeList("office/" + officeId);
    }

    public static NoticeList ofDepartment(String officeId, String departmentId) {
        return new NoticeList("department/" + officeId + "/" + departmentId);
    }

    public static NoticeList untaken(String officeId, String departmentId) {
        return new NoticeList("untaken/" + officeId + "/" + departmentId);
    }

    public static NoticeList ofOfficer(String officeId, String departmentId, String officerId) {
        return new NoticeList("officer/" + officeId + "/" + departmentId + "/" + officerId);
    }

    /** Where a notice stands. */
    public static List<NoticeList> of(StaffNotice notice) {
        String office = notice.about().officeId();
        String department = notice.departmentId();
        String officer = notice.officerId();
        return List.of(
                ofOffice(office),
                ofDepartment(office, department),
                officer == null ? untaken(office, department) : ofOfficer(office, department, officer));
    }
}
