package kr.minwon.complaint.complaint;

import static kr.minwon.complaint.complaint.ComplaintMother.ACTING;
import static kr.minwon.complaint.complaint.ComplaintMother.CONSTRUCTION;
import static kr.minwon.complaint.complaint.ComplaintMother.DEADLINE;
import static kr.minwon.complaint.complaint.ComplaintMother.LATER;
import static kr.minwon.complaint.complaint.ComplaintMother.OFFICER;
import static kr.minwon.complaint.complaint.ComplaintMother.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kr.minwon.complaint.ComplaintMeters;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five people with one purpose: one of their petitions is answered for all. */
class GroupsTests {
    private static final String REASON = "같은 가로등에 대한 민원입니다.";

    private InMemoryComplaints complaints;

    @TempDir
    private Path directory;

    private Reporters reporters;
    private GroupPetitions groups;
    private final List<Complaint> filed = new ArrayList<>();

    @BeforeEach
    void fivePeopleFile() throws IOException {
        KeyRing.createIfMissing(directory.resolve("keys"), "k1");
        KeyRing keys = KeyRing.load(directory.resolve("keys"));
        reporters = new Reporters(new FieldSealer(keys), new ContactIdentity(keys));
        nobodyHasFiled();
        for (int person = 0; person < 5; person++) {
            filed.add(file(person, phone(person)));
        }
    }

    private void nobodyHasFiled() {
        filed.clear();
        complaints = new InMemoryComplaints();
        groups = new GroupPetitions(
                complaints,
                reporters,
                new ComplaintMeters(new SimpleMeterRegistry()),
                Clock.fixed(LATER, ZoneOffset.UTC));
    }

    private static String phone(int person) {
        return "0101234567" + person;
    }

    private Complaint file(int number, String phone) {
        Filing filing = ComplaintMother.another(number, reporters.seal("홍길동", phone));
        complaints.insert(Complaint.file(filing));
        return changed(complaints.decide(filing.id(), now -> now.assigned(CONSTRUCTION, DEADLINE, LATER, 1)));
    }

    private Complaint leading() {
        return now(filed.getFirst());
    }

    private Complaint now(Complaint complaint) {
        return complaints.find(complaint.id()).orElseThrow();
    }

    private List<String> others() {
        return filed.stream()
                .skip(1)
                .map(other -> other.filing().receiptNumber().value())
                .toList();
    }

    private GroupPetitions.Result merge(List<String> numbers) {
        return groups.merge(leading(), numbers, REASON, ACTING, null);
    }

    private void merged() {
        assertThat(merge(others())).isInstanceOf(GroupPetitions.Result.Decided.class);
        groups.settleAll(10);
    }

    @Test
    void theOthersFollowTheLeadingOneAndGetItsAnswer() {
        merged();

        assertThat(leading().progress().procedure().leads()).isTrue();
        assertThat(filed.stream().skip(1).map(this::now)).allSatisfy(other -> {
            assertThat(other.status()).isEqualTo(ComplaintStatus.ASSIGNED);
            assertThat(other.progress().procedure().merger())
                    .extracting(Merger::into)
                    .isEqualTo(leading().filing().receiptNumber());
            assertThat(ComplaintMother.answer(other)).isEqualTo(new Decision.Refused(Refusal.MERGED));
            assertThat(ComplaintMother.askedOnce(other)).isEqualTo(new Decision.Refused(Refusal.MERGED));
        });

        complaints.decide(leading().id(), ComplaintMother::answer);
        groups.settleAll(10);

        assertThat(filed.stream().map(this::now)).allSatisfy(one -> {
            assertThat(one.status()).isEqualTo(ComplaintStatus.ANSWERED);
            assertThat(one.progress().answers()).extracting(Answer::text).containsExactly("고쳤습니다.");
        });
        assertThat(complaints.pendingGroups(10)).isEmpty();
    }

    @Test
    void settlingAgainDoesNothing() {
        merged();
        int told = complaints.told.size();

        groups.settleAll(10);

        assertThat(complaints.told).hasSize(told);
        assertThat(complaints.told.stream().filter(ComplaintEvent.ComplaintMerged.class::isInstance))
                .hasSize(4);
    }

    @Test
    void separatedTheyAreHandledForThemselvesAgain() {
        merged();

        groups.dissolve(leading(), ACTING);
        groups.settleAll(10);

        assertThat(filed.stream().skip(1).map(this::now)).allSatisfy(other -> {
            assertThat(other.progress().procedure().merger()).isNull();
            assertThat(ComplaintMother.answer(other)).isInstanceOf(Decision.Changed.class);
        });
        assertThat(complaints.told.stream().filter(ComplaintEvent.ComplaintContinued.class::isInstance))
                .hasSize(4);
    }

    @Test
    void aLeadingOneThatIsWithdrawnLetsTheOthersGo() {
        merged();

        complaints.decide(leading().id(), leading -> leading.withdraw(null, LATER, null));
        groups.settleAll(10);

        assertThat(filed.stream().skip(1).map(this::now))
                .allSatisfy(other ->
                        assertThat(other.progress().procedure().merger()).isNull());
    }

    @Test
    void oneThatWithdrewInTheMeantimeStaysWithdrawn() {
        merged();
        Complaint last = filed.getLast();
        complaints.decide(last.id(), one -> one.withdraw(null, LATER, null));

        complaints.decide(leading().id(), ComplaintMother::answer);
        groups.settleAll(10);

        assertThat(now(last).status()).isEqualTo(ComplaintStatus.WITHDRAWN);
        assertThat(now(filed.get(1)).status()).isEqualTo(ComplaintStatus.ANSWERED);
    }

    @Test
    void fourPeopleAreTooFewHoweverManyPetitionsTheyBring() {
        Complaint twice = file(5, phone(3));

        List<String> numbers = new ArrayList<>(others().subList(0, 3));
        numbers.add(twice.filing().receiptNumber().value());

        assertThat(merge(numbers)).isEqualTo(new GroupPetitions.Result.TooFewPeople(4));
        assertThat(leading().progress().procedure().group()).isNull();
    }

    @Test
    void allWhoHaveNoPhoneCountAsOnePerson() {
        nobodyHasFiled();
        for (int number = 0; number < 5; number++) {
            filed.add(file(number, ""));
        }

        assertThat(merge(others())).isEqualTo(new GroupPetitions.Result.TooFewPeople(1));
    }

    @Test
    void oneWithoutAPhoneIsThePersonThatIsLacking() {
        Complaint phoneless = file(5, "");

        List<String> numbers = new ArrayList<>(others().subList(0, 3));
        numbers.add(phoneless.filing().receiptNumber().value());

        assertThat(merge(numbers)).isInstanceOf(GroupPetitions.Result.Decided.class);
    }

    @Test
    void oneThatCannotBeTakenIsNamedAndNothingChanges() {
        Complaint answered = filed.get(2);
        complaints.decide(answered.id(), ComplaintMother::answer);
        List<String> unknown = new ArrayList<>(others());
        unknown.set(1, "2611-0000-0000");
        List<String> itself = new ArrayList<>(others());
        itself.set(1, leading().filing().receiptNumber().value());

        assertThat(merge(others()))
                .isEqualTo(new GroupPetitions.Result.OtherRefused(
                        answered.filing().receiptNumber().value(), GroupPetitions.Fault.NOT_OPEN));
        assertThat(merge(unknown))
                .isEqualTo(new GroupPetitions.Result.OtherRefused("2611-0000-0000", GroupPetitions.Fault.UNKNOWN));
        assertThat(merge(itself))
                .isEqualTo(new GroupPetitions.Result.OtherRefused(
                        leading().filing().receiptNumber().value(), GroupPetitions.Fault.ITSELF));
        assertThat(leading().progress().procedure().group()).isNull();
    }

    @Test
    void anotherDepartmentsOfficerMergesNothing() {
        GroupPetitions.Result result =
                groups.merge(leading(), others(), REASON, new Procedures.Acting(OFFICER, Set.of("waste")), null);

        assertThat(result).isEqualTo(new GroupPetitions.Result.Decided(new Decision.Refused(Refusal.OTHER_DEPARTMENT)));
    }

    @Test
    void oneThatIsOpenedAgainGetsAnAnswerOfItsOwn() {
        merged();
        complaints.decide(leading().id(), ComplaintMother::answer);
        groups.settleAll(10);
        Complaint last = filed.getLast();

        complaints.decide(last.id(), one -> Reopenings.reopen(one, "아직입니다.", LATER, null));
        complaints.decide(leading().id(), one -> Reopenings.reopen(one, "저도요.", LATER, null));
        complaints.decide(leading().id(), ComplaintMother::answer);
        groups.settleAll(10);

        assertThat(groups.merge(
                        now(filed.get(1)), List.of(last.filing().receiptNumber().value()), REASON, ACTING, null))
                .as("the leading one is over")
                .isEqualTo(new GroupPetitions.Result.Decided(new Decision.Refused(Refusal.ALREADY_ANSWERED)));
        assertThat(now(last).status()).isEqualTo(ComplaintStatus.ASSIGNED);
        assertThat(now(last).progress().procedure().merger()).isNull();
        assertThat(ComplaintMother.answer(now(last))).isInstanceOf(Decision.Changed.class);
        assertThat(complaints.pendingGroups(10)).isEmpty();
    }

    @Test
    void anAnswerThatComesWhileTheyAreJoinedReachesAllOfThem() {
        merge(others());
        complaints.decide(leading().id(), ComplaintMother::answer);

        groups.settleAll(10);

        assertThat(filed.stream().map(this::now))
                .allSatisfy(one -> assertThat(one.status()).isEqualTo(ComplaintStatus.ANSWERED));
        assertThat(complaints.pendingGroups(10)).isEmpty();
    }
}
