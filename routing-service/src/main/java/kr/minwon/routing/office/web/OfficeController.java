package kr.minwon.routing.office.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.signedcalls.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know of an office: what complaints can be about, and who takes them. */
@RestController
@RequestMapping("/api/v1")
class OfficeController {
    private static final ProblemType UNKNOWN_OFFICE = new ProblemType("unknown-office", 404);

    private final Offices offices;
    private final Clock clock;

    OfficeController(Offices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    record Items<T>(List<T> items) {}

    record CategoryResponse(
            String code,
            String name,
            String departmentId,
            String departmentName,
            String petitionKind,
            String period,
            List<String> examples) {}

    @GetMapping("/categories")
    Items<CategoryResponse> categories(Caller caller) {
        Office office = office(caller);
        LocalDate today = SeoulTime.local(clock.instant()).toLocalDate();
        var names = office.departments().stream().collect(Collectors.toMap(Department::id, Department::name));
        return new Items<>(office.categoriesOn(today).stream()
                .map(category -> new CategoryResponse(
                        category.code(),
                        category.name(),
                        category.departmentId(),
                        names.getOrDefault(category.departmentId(), category.departmentId()),
                        category.petitionKind(),
                        category.period().toString(),
                        category.examples()))
                .toList());
    }

    @GetMapping("/departments")
    Items<Department> departments(Caller caller) {
        return new Items<>(office(caller).departments());
    }

    private Office office(Caller caller) {
        return offices.find(caller.officeId()).orElseThrow(() -> new ProblemException(UNKNOWN_OFFICE));
    }
}
