package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SequencedSet;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a search leaves behind, and what it costs. */
class CaseSearchTests {
    private static final Logger AUDIT = (Logger) LoggerFactory.getLogger("kr.minwon.audit");

    @TempDir
    private Path directory;

    private final InMemoryComplaints complaints = new InMemoryComplaints();
    private final AtomicInteger takenApart = new AtomicInteger();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Reporters reporters;
    private CaseSearch search;

    @BeforeEach
    void wire() throws IOException {
        KeyRing.createIfMissing(directory.resolve("keys"), "k1");
        KeyRing keys = KeyRing.load(directory.resolve("keys"));
        reporters = new Reporters(new FieldSealer(keys), new ContactIdentity(keys));
        Words counted = text -> {
            takenApart.incrementAndGet();
            return new SpacedWords().of(text);
        };
        search = new CaseSearch(new NoIndex(), complaints, reporters, counted, new SearchWords(counted));
        lines.start();
        AUDIT.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        AUDIT.detachAppender(lines);
    }

    /** Nothing is found by words. */
    private static final class NoIndex implements CaseIndex {
        @Override
        public Page find(Scope scope, SequencedSet<String> words, @Nullable ComplaintId before, int most) {
            throw new AssertionError("not looked for by words");
        }

        @Override
        public boolean catchUp(int most) {
            return false;
        }
    }

    @Test
    void aSearchByAPersonsNumberIsWrittenDownWithoutTheNumber() {
        SearchQuery.OfAPerson person = (SearchQuery.OfAPerson) search.understood("010-1234-5678");

        assertThat(search.find(person, ComplaintMother.OFFICER).items()).isEmpty();

        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.getFirst().getKeyValuePairs())
                .extracting(String::valueOf)
                .contains("action=\"search\"", "staff=\"acc-construction-1\"", "complaintIds=\"[]\"");
        assertThat(lines.list.getFirst().toString() + lines.list.getFirst().getKeyValuePairs())
                .doesNotContain("1234", "5678");
    }

    @Test
    void aCaseThatIsLookedForByItsNumberIsNotTakenApart() {
        Complaint filed = changedBy(ComplaintMother.filing(ComplaintStatus.FILED));

        CaseSearch.Page page = search.find(
                new SearchQuery.ByNumber(filed.filing().receiptNumber()),
                new CaseIndex.Scope("seogu", null),
                ComplaintMother.OFFICER);

        assertThat(page.items()).hasSize(1);
        assertThat(page.items().getFirst().excerpt().hits()).isEmpty();
        assertThat(takenApart).hasValue(0);
    }

    @Test
    void whatIsFoundShowsNoNameHoweverItIsSigned() {
        Complaint filed = changedBy(ComplaintMother.filing(ComplaintStatus.FILED));

        CaseSearch.Page page = search.find(
                new SearchQuery.ByNumber(filed.filing().receiptNumber()),
                new CaseIndex.Scope("seogu", null),
                ComplaintMother.OFFICER);

        assertThat(page.items().getFirst().excerpt().text()).isEqualTo("홍**동과 길* 올림, ***－****－****");
    }

    private Complaint changedBy(Filing filing) {
        Filing signed = new Filing(
                filing.id(),
                filing.officeId(),
                filing.receiptNumber(),
                filing.title(),
                "홍 길동과 길동 올림, 010－1234－5678",
                filing.category(),
                filing.location(),
                reporters.seal("홍길동", "01012345678"),
                filing.smsConsent(),
                filing.isPublic(),
                filing.photoIds(),
                filing.submittedAt(),
                filing.filedAs(),
                filing.lookupKeyId(),
                filing.language(),
                filing.request(),
                filing.channel());
        complaints.insert(Complaint.file(signed));
        return complaints.find(signed.id()).orElseThrow();
    }
}
