package kr.minwon.routing.office.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.Holiday;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.office.Category;
import kr.minwon.routing.office.DeclaredDay;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.PolicyVersion;
import org.bson.Document;

/** An office and its document. */
final class OfficeDocuments {
    static final String DECLARED = "declared";

    private OfficeDocuments() {}

    static Document write(Office office) {
        List<PolicyVersion> policies = office.policies().versions();
        Document document = new Document("_id", office.id())
                .append("name", office.name())
                .append("intakeDepartmentId", office.intakeDepartmentId())
                .append(
                        PolicyDocuments.FIRST,
                        PolicyDocuments.write(policies.getFirst().policy()))
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
        return document.append(
                PolicyDocuments.LATER,
                policies.stream().skip(1).map(PolicyDocuments::write).toList());
    }

    static Document write(DeclaredDay declared) {
        return new Document("date", declared.day().date().toString())
                .append("name", declared.day().name())
                .append("kind", declared.day().kind().name())
                .append("by", declared.by())
                .append("at", Date.from(declared.at()));
    }

    static DeclaredDay declared(Document declared) {
        CalendarOverride day = new CalendarOverride(
                LocalDate.parse(text(declared, "date")),
                text(declared, "name"),
                Holiday.Kind.valueOf(text(declared, "kind")));
        Date at = Objects.requireNonNull(declared.getDate("at"), "at");
        return new DeclaredDay(day, text(declared, "by"), at.toInstant());
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
        return new Office(
                text(document, "_id"),
                text(document, "name"),
                text(document, "intakeDepartmentId"),
                PolicyDocuments.history(document),
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
