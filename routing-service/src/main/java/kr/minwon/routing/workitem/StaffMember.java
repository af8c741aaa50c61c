package kr.minwon.routing.workitem;

import java.util.Set;

/**
 * Who acts on a work item.
 *
 * @param departments the departments whose items are theirs
 * @param lead whether they lead them
 * @param wholeOffice whether they place complaints for the whole office (민원실, administrators)
 */
public record StaffMember(Officer officer, Set<String> departments, boolean lead, boolean wholeOffice) {
    boolean isOf(String departmentId) {
        return departments.contains(departmentId);
    }
}
