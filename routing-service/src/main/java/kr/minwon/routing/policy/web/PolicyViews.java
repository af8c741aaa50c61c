package kr.minwon.routing.policy.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Category;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.PetitionKind;
import kr.minwon.routing.office.Policy;
import kr.minwon.routing.office.PolicyVersion;
import kr.minwon.routing.policy.PolicyComparison;
import org.jspecify.annotations.Nullable;

/** Policies as clients see them. */
final class PolicyViews {
    private static final String DIRECT = "direct";
    private static final String THROUGH_INTAKE = "throughIntake";

    private PolicyViews() {}

    static String word(Policy.Transfers transfers) {
        return switch (transfers) {
            case DIRECT -> DIRECT;
            case THROUGH_INTAKE -> THROUGH_INTAKE;
        };
    }

    static Optional<Policy.Transfers> transfers(String word) {
        return switch (word) {
            case DIRECT -> Optional.of(Policy.Transfers.DIRECT);
            case THROUGH_INTAKE -> Optional.of(Policy.Transfers.THROUGH_INTAKE);
            default -> Optional.empty();
        };
    }

    /**
     * @param inForce the name of today's version
     * @param versions oldest first
     * @param draft what the office is thinking about; absent when it is not
     * @param categories what the office's data says where a policy says nothing
     * @param petitionKinds the kinds that the law knows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Policies(
            String inForce,
            List<Version> versions,
            @Nullable Version draft,
            List<Default> categories,
            List<String> petitionKinds) {
        static Policies of(Office office, PolicyVersion today, @Nullable PolicyVersion draft, LocalDate day) {
            return new Policies(
                    today.name(),
                    office.policies().versions().stream()
                            .map(version -> Version.of(version, state(version, today, day)))
                            .toList(),
                    draft == null ? null : Version.of(draft, "draft"),
                    office.categories().stream().map(Default::of).toList(),
                    Arrays.stream(PetitionKind.values())
                            .map(PetitionKind::korean)
                            .toList());
        }

        private static String state(PolicyVersion version, PolicyVersion today, LocalDate day) {
            if (version.name().equals(today.name())) {
                return "inForce";
            }
            return version.from().isAfter(day) ? "later" : "past";
        }
    }

    record Default(String code, String name, String petitionKind, String period) {
        static Default of(Category category) {
            return new Default(
                    category.code(),
                    category.name(),
                    category.petitionKind(),
                    category.period().toString());
        }
    }

    record Term(String petitionKind, String period) {}

    /**
     * A version, in the shape in which it is drafted.
     *
     * @param effectiveFrom absent for the one the office began with
     * @param until its last day; absent when it holds until further notice
     * @param state {@code past}, {@code inForce}, {@code later}, {@code draft}, {@code discarded}, {@code
     *     takenBack}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            String version,
            String state,
            @Nullable String effectiveFrom,
            @Nullable String until,
            String opens,
            String closes,
            String lunchFrom,
            String lunchTo,
            boolean eveningIsFirstDay,
            boolean calendarBeginsOnHoliday,
            int extensionsWithoutConsent,
            int extensionsWithConsent,
            String extendedBy,
            String transfers,
            int progressEveryDays,
            boolean remindHalf,
            boolean remindDueSoon,
            Map<String, Term> categories,
            @Nullable String by,
            @Nullable String at) {
        static Version of(PolicyVersion version, String state) {
            Policy policy = version.policy();
            ClockPolicy clock = policy.clock();
            PolicyVersion.Change change = version.change();
            Map<String, Term> terms = new TreeMap<>();
            policy.terms()
                    .forEach((code, term) -> terms.put(
                            code, new Term(term.petitionKind(), term.period().toString())));
            return new Version(
                    version.name(),
                    state,
                    version.from().equals(LocalDate.MIN) ? null : version.from().toString(),
                    version.until().equals(LocalDate.MAX)
                            ? null
                            : version.until().toString(),
                    clock.opens().toString(),
                    clock.closes().toString(),
                    clock.lunchFrom().toString(),
                    clock.lunchTo().toString(),
                    clock.eveningIsFirstDay(),
                    clock.calendarBeginsOnHoliday(),
                    policy.extensions().withoutConsent(),
                    policy.extensions().withConsent(),
                    policy.extensions().onlyLead() ? "lead" : "officer",
                    word(policy.transfers()),
                    policy.notices().progressEveryDays(),
                    policy.notices().half(),
                    policy.notices().dueSoon(),
                    terms,
                    change == null ? null : change.by(),
                    change == null ? null : SeoulTime.iso(change.at()));
        }
    }

    /** @param complete whether every case was looked at; if not, the newest were */
    record Comparison(
            String version,
            long compared,
            boolean complete,
            long earlier,
            long later,
            long same,
            List<Example> examples) {
        static Comparison of(PolicyVersion draft, PolicyComparison.Compared result) {
            return new Comparison(
                    draft.name(),
                    result.compared(),
                    result.complete(),
                    result.earlier(),
                    result.later(),
                    result.same(),
                    result.examples().stream().map(Example::of).toList());
        }
    }

    /** @param dueAt by today's policy */
    record Example(String receiptNumber, String title, String departmentId, String dueAt, String wouldBe) {
        static Example of(PolicyComparison.Example example) {
            return new Example(
                    example.item().petition().receiptNumber(),
                    example.item().petition().title(),
                    example.item().departmentId(),
                    SeoulTime.iso(example.dueAt()),
                    SeoulTime.iso(example.wouldBe()));
        }
    }
}
