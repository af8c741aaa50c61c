package kr.minwon.gateway.open311;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.pages.OfficeDesk;
import kr.minwon.gateway.pages.Remembered;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.springframework.stereotype.Component;

/** The services: the office's categories, grouped by the department that answers. */
@Component
class Catalogue {
    private final RoutingApi routing;
    private final OfficeDesk office;
    private final Remembered<List<RoutingApi.Category>> categories;

    Catalogue(RoutingApi routing, OfficeDesk office, Clock pageClock) {
        this.routing = routing;
        this.office = office;
        this.categories = new Remembered<>("Open311's services", routing::categories, List.of(), pageClock);
    }

    /** Every service. */
    Answer services(Words words) {
        return Answer.of(
                "services",
                "service",
                all().stream().map(category -> service(category, words)).toList());
    }

    /** The name of a service that is offered. */
    String name(String code, Words words) {
        return words.inKorean()
                ? known(code).name()
                : words.textOr("category.name." + code, known(code).name());
    }

    /** @throws ProblemException when no service has the code */
    RoutingApi.Category known(String code) {
        return all().stream()
                .filter(category -> category.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Open311Problem.UNKNOWN_SERVICE));
    }

    /** Nothing known yet is asked for at once: an empty list would say that the office does nothing. */
    private List<RoutingApi.Category> all() {
        List<RoutingApi.Category> known = categories.get();
        return known.isEmpty() ? routing.categories() : known;
    }

    private Map<String, Object> service(RoutingApi.Category category, Words words) {
        List<String> examples = category.examples() == null ? List.of() : category.examples();
        String department = category.departmentId();
        String name = name(category.code(), words);
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("service_code", category.code());
        service.put("service_name", name);
        service.put("description", examples.isEmpty() ? name : String.join(", ", examples));
        service.put("metadata", true);
        service.put("type", "realtime");
        service.put("keywords", String.join(", ", examples));
        service.put("group", department == null ? "" : office.departmentName(department));
        return service;
    }
}
