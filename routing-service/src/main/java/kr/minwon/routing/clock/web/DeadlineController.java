package kr.minwon.routing.clock.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.DeadlineCalculator;
import kr.minwon.routing.clock.DeadlineRequest;
import kr.minwon.routing.clock.DeadlineResult;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.signedcalls.Caller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calculator of deadlines (처리기한 계산기), open to anybody. */
@RestController
class DeadlineController {
    private static final ProblemType UNKNOWN_YEAR = new ProblemType("calendar-unknown-year", 422);

    private final Offices offices;
    private final WorkCalendar country;
    private final StatutoryClocks clocks;

    DeadlineController(Offices offices, WorkCalendar country, StatutoryClocks clocks) {
        this.offices = offices;
        this.country = country;
        this.clocks = clocks;
    }

    record DeadlineResponse(String clockStart, String dueAt, List<String> steps) {}

    @GetMapping("/api/v1/deadlines")
    @Operation(summary = "처리기한 계산")
    @Parameter(name = "receivedAt", in = ParameterIn.QUERY, required = true, example = "2026-11-20T16:30")
    @Parameter(name = "period", in = ParameterIn.QUERY, required = true, example = "7d")
    @Parameter(name = "extended", in = ParameterIn.QUERY, example = "0")
    @Parameter(
            name = "suspended",
            in = ParameterIn.QUERY,
            array = @ArraySchema(schema = @Schema(type = "string", example = "2026-11-25/2026-12-01")))
    DeadlineResponse deadline(
            Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        DeadlineRequest request = DeadlineQuestion.read(parameters);
        Optional<Office> office = offices.find(caller.officeId());
        ClockPolicy policy = office.map(known ->
                        known.policyOn(request.receivedAt().toLocalDate()).clock())
                .orElse(ClockPolicy.DEFAULT);
        WorkCalendar calendar = office.map(clocks::calendar).orElse(country);
        return switch (new DeadlineCalculator(calendar, policy).calculate(request)) {
            case DeadlineResult.Deadline deadline ->
                new DeadlineResponse(
                        SeoulTime.iso(deadline.clockStart()), SeoulTime.iso(deadline.dueAt()), deadline.steps());
            case DeadlineResult.UnknownYear unknown ->
                throw new ProblemException(UNKNOWN_YEAR, String.valueOf(unknown.year())).with("year", unknown.year());
        };
    }
}
