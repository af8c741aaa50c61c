package kr.minwon.routing.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.Period;

/**
 * An office (기관) with its rules: all data, changed without a release.
 *
 * @param intakeDepartmentId the department (민원실) that takes what no rule matches
 * @param declared its days off besides those of the regulation, in the order in which they were added
 */
public record Office(
        String id,
        String name,
        String intakeDepartmentId,
        ClockPolicy policy,
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
        return department(departmentId).or(() -> department(intakeDepartmentId)).orElseThrow();
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
        return new Office(id, name, intakeDepartmentId, policy, departments, categories, days);
    }

    /** The category of that code. */
    public Optional<Category> category(String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** Which department takes a complaint of that category; the intake department takes what is not known. */
    public Placement place(String categoryCode) {
        return category(categoryCode).map(this::byRule).orElseGet(this::byDefault);
    }

    private Placement byRule(Category category) {
        Department department = department(category.departmentId()).orElseThrow();
        String rule = "분류 '" + category.name() + "' 민원은 " + department.name() + "에서 맡습니다.";
        return new Placement(department, category.petitionKind(), category.period(), rule);
    }

    private Placement byDefault() {
        Department intake = department(intakeDepartmentId).orElseThrow();
        String rule = "분류에 맞는 부서가 정해져 있지 않아 " + intake.name() + "에서 맡습니다.";
        return new Placement(
                intake,
                category(OTHER).map(Category::petitionKind).orElse(OTHER_KIND),
                category(OTHER).map(Category::period).orElse(OTHER_PERIOD),
                rule);
    }
}
