package kr.minwon.routing.office.mongo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.Holiday;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.office.Category;
import kr.minwon.routing.office.DeclaredDay;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import org.bson.Document;

/** An office and its document. */
final class OfficeDocuments {
    static final String DECLARED = "declared";

    private OfficeDocuments() {}

    static Document write(Office office) {
        return new Document("_id", office.id())
                .append("name", office.name())
                .append("intakeDepartmentId", office.intakeDepartmentId())
                .append("policy", write(office.policy()))
                .append(
                        "departments",
                        office.departments().stream()
                                .map(OfficeDocuments::write)
                                .toList())
                .append(
                        "categories",
                        office.categories().stream().map(OfficeDocuments::write).toList())
                .append(
                        DECLARED,
                        office.declared().stream().map(OfficeDocuments::write).toList());
    }

    static Document write(DeclaredDay declared) {
        return new Document("date", declared.day().date().toString())
                .append("name", declared.day().name())
                .append("kind", declared.day().kind().name())
                .append("by", declared.by())
                .append("at", Date.from(declared.at()));
    }

    private static DeclaredDay declared(Document declared) {
        CalendarOverride day = new CalendarOverride(
                LocalDate.parse(text(declared, "date")),
                text(declared, "name"),
                Holiday.Kind.valueOf(text(declared, "kind")));
        Date at = Objects.requireNonNull(declared.getDate("at"), "at");
        return new DeclaredDay(day, text(declared, "by"), at.toInstant());
    }

    private static Document write(ClockPolicy policy) {
        return new Document("version", policy.version())
                .append("opens", policy.opens().toString())
                .append("closes", policy.closes().toString())
                .append("lunchFrom", policy.lunchFrom().toString())
                .append("lunchTo", policy.lunchTo().toString())
                .append("eveningIsFirstDay", policy.eveningIsFirstDay())
                .append("calendarBeginsOnHoliday", policy.calendarBeginsOnHoliday());
    }

    private static Document write(Department department) {
        return new Document("id", department.id())
                .append("name", department.name())
                .append("contact", department.contact())
                .append("contactUnset", department.contactUnset());
    }

    private static Document write(Category category) {
        return new Document("code", category.code())
                .append("name", category.name())
                .append("departmentId", category.departmentId())
                .append("petitionKind", category.petitionKind())
                .append("period", category.period().toString())
                .append("examples", category.examples());
    }

    static Office read(Document document) {
        Document policy = Objects.requireNonNull(document.get("policy", Document.class), "policy");
        return new Office(
                text(document, "_id"),
                text(document, "name"),
                text(document, "intakeDepartmentId"),
                policy(policy),
                list(document, "departments").stream()
                        .map(OfficeDocuments::department)
                        .toList(),
                list(document, "categories").stream()
                        .map(OfficeDocuments::category)
                        .toList(),
                document.getList(DECLARED, Document.class, List.of()).stream()
                        .map(OfficeDocuments::declared)
                        .toList());
    }

    private static ClockPolicy policy(Document policy) {
        return new ClockPolicy(
                text(policy, "version"),
                LocalTime.parse(text(policy, "opens")),
                LocalTime.parse(text(policy, "closes")),
                LocalTime.parse(text(policy, "lunchFrom")),
                LocalTime.parse(text(policy, "lunchTo")),
                policy.getBoolean("eveningIsFirstDay", true),
                policy.getBoolean("calendarBeginsOnHoliday", true));
    }

    private static Department department(Document department) {
        return new Department(
                text(department, "id"),
                text(department, "name"),
                text(department, "contact"),
                department.getBoolean("contactUnset", false));
    }

    private static Category category(Document category) {
        return new Category(
                text(category, "code"),
                text(category, "name"),
                text(category, "departmentId"),
                text(category, "petitionKind"),
                Period.parse(text(category, "period")).orElseThrow(),
                Objects.requireNonNull(category.getList("examples", String.class), "examples"));
    }

    private static String text(Document document, String field) {
        return Objects.requireNonNull(document.getString(field), field);
    }

    private static List<Document> list(Document document, String field) {
        return Objects.requireNonNull(document.getList(field, Document.class), field);
    }
}
