package kr.minwon.routing.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.minwon.routing.clock.Period;

/**
 * An office (기관) with its rules: all data, changed without a release.
 *
 * @param intakeDepartmentId the department (민원실) that takes what no rule matches
 * @param policies its rules about time, by the day on which a case is accepted
 * @param declared its days off besides those of the regulation, in the order in which they were added
 */
public record Office(
        String id,
        String name,
        String intakeDepartmentId,
        PolicyHistory policies,
        List<Department> departments,
        List<Category> categories,
        List<DeclaredDay> declared) {
    /** What a complaint of no known category is (민원처리법 제2조), and how long it may take unless the office says. */
    private static final String OTHER = "other";

    private static final String OTHER_KIND = "기타민원";
    private static final Period OTHER_PERIOD = new Period(7, Period.Unit.DAYS);

    public Office {
        departments = List.copyOf(departments);
        categories = List.copyOf(categories);
        declared = List.copyOf(declared);
        for (Category category : categories) {
            if (find(departments, category.departmentId()).isEmpty()) {
                throw new IllegalArgumentException("category " + category.code() + " names no department of " + id
                        + ": " + category.departmentId());
            }
        }
        if (find(departments, intakeDepartmentId).isEmpty()) {
            throw new IllegalArgumentException("no department of " + id + " is " + intakeDepartmentId);
        }
    }

    private static Optional<Department> find(List<Department> departments, String id) {
        return departments.stream()
                .filter(department -> department.id().equals(id))
                .findFirst();
    }

    /** The department of that id. */
    public Optional<Department> department(String departmentId) {
        return find(departments, departmentId);
    }

    /** The department of that id; one that was taken out of the rules since is the intake's. */
    public Department departmentOrIntake(String departmentId) {
        return department(departmentId).orElseGet(this::intake);
    }

    /** The 민원실, which takes what no rule matches. */
    public Department intake() {
        return department(intakeDepartmentId).orElseThrow();
    }

    /** Its own day off on that date. */
    public Optional<DeclaredDay> declaredOn(LocalDate date) {
        return declared.stream().filter(one -> one.day().date().equals(date)).findFirst();
    }

    /** The office if that day were off too. */
    public Office with(DeclaredDay day) {
        List<DeclaredDay> more = new ArrayList<>(declared);
        more.add(day);
        return withDeclared(more);
    }

    /** The office if it had no day off of its own on that date. */
    public Office without(LocalDate date) {
        return withDeclared(
                declared.stream().filter(one -> !one.day().date().equals(date)).toList());
    }

    private Office withDeclared(List<DeclaredDay> days) {
        return new Office(id, name, intakeDepartmentId, policies, departments, categories, days);
    }

    /** The policy that cases are accepted under on a day. */
    public Policy policyOn(LocalDate day) {
        return policies.at(day).orElseThrow();
    }

    /** The policy of that version; of that day where a version was taken back since. */
    public Policy policy(String version, LocalDate day) {
        return policies.named(version).map(PolicyVersion::policy).orElseGet(() -> policyOn(day));
    }

    /** Its categories with the kinds and periods of a day. */
    public List<Category> categoriesOn(LocalDate day) {
        Policy policy = policyOn(day);
        return categories.stream().map(category -> category.under(policy)).toList();
    }

    /** The category of that code, as the office's data has it. */
    public Optional<Category> category(String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /**
     * Which department takes a complaint of that category; the intake department takes what is not known.
     *
     * @param acceptedOn the day whose policy says of what kind it is and how long it may take
     */
    public Placement place(String categoryCode, LocalDate acceptedOn) {
        return place(categoryCode, policyOn(acceptedOn));
    }

    /** The same under a policy. */
    public Placement place(String categoryCode, Policy policy) {
        return category(categoryCode)
                .map(category -> byRule(category.under(policy)))
                .orElseGet(() -> byDefault(policy));
    }

    private Placement byRule(Category category) {
        Department department = department(category.departmentId()).orElseThrow();
        String rule = "분류 '" + category.name() + "' 민원은 " + department.name() + "에서 맡습니다.";
        return new Placement(department, category.petitionKind(), category.period(), rule);
    }

    private Placement byDefault(Policy policy) {
        Department intake = intake();
        String rule = "분류에 맞는 부서가 정해져 있지 않아 " + intake.name() + "에서 맡습니다.";
        Optional<Category> other = category(OTHER).map(category -> category.under(policy));
        return new Placement(
                intake,
                other.map(Category::petitionKind).orElse(OTHER_KIND),
                other.map(Category::period).orElse(OTHER_PERIOD),
                rule);
    }
}
