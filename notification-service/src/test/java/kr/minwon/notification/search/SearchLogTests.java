package kr.minwon.notification.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.junit.jupiter.api.Test;

/** What was searched stays as it was written, or shows that it did not. */
class SearchLogTests {
    private static final KeyRing KEYS = KeyRing.of(
            "c1", "a key of thirty-two bytes length!".substring(0, 32).getBytes(StandardCharsets.US_ASCII));
    private static final SearchLog.Searcher INTAKE = new SearchLog.Searcher("seogu", "acc-intake", "민원실 담당", "intake");

    private final Map<Long, Search> stored = new ConcurrentSkipListMap<>();
    private final Searches store = new Searches() {
        @Override
        public boolean add(Search search) {
            return stored.putIfAbsent(search.number(), search) == null;
        }

        @Override
        public Optional<Search> last(String officeId) {
            return before(officeId, Long.MAX_VALUE, 1).stream().findFirst();
        }

        @Override
        public List<Search> before(String officeId, long number, int most) {
            return stored.values().stream()
                    .filter(one -> one.officeId().equals(officeId) && one.number() < number)
                    .sorted(Comparator.comparing(Search::number).reversed())
                    .limit(most)
                    .toList();
        }
    };
    private final SearchLog log = log(KEYS);

    private SearchLog log(KeyRing keys) {
        return new SearchLog(
                store, new ContactIdentity(keys), new KeyedHash(keys), Clock.fixed(MessageMother.AT, ZoneOffset.UTC));
    }

    private void search(int times) {
        IntStream.range(0, times).forEach(n -> log.write(INTAKE, MessageMother.PHONE, "안내를 못 받았다는 전화 " + n));
    }

    private List<Boolean> intact() {
        return log.page("seogu", Long.MAX_VALUE, 50).items().stream()
                .map(SearchLog.Link::intact)
                .toList();
    }

    private void change(long number, Search to) {
        stored.put(number, to);
    }

    private static Search because(String reason, Search search) {
        return new Search(
                search.officeId(),
                search.number(),
                search.at(),
                search.by(),
                search.byName(),
                search.role(),
                search.whose(),
                reason,
                search.previous(),
                search.seal());
    }

    @Test
    void whoWhenWhoseAndWhyAreWrittenWithoutTheNumber() {
        Search written = log.write(INTAKE, MessageMother.PHONE, "안내를 못 받았다는 전화");
        assertThat(written.number()).isEqualTo(1);
        assertThat(written.at()).isEqualTo(MessageMother.AT);
        assertThat(written.by()).isEqualTo("acc-intake");
        assertThat(written.toString()).doesNotContain(MessageMother.PHONE, MessageMother.PHONE.substring(3));
        assertThat(stored).containsValue(written);
    }

    @Test
    void anUntouchedRecordIsIntactOnEveryPage() {
        search(7);
        SearchLog.Page first = log.page("seogu", Long.MAX_VALUE, 3);
        SearchLog.Page second = log.page("seogu", first.next(), 3);
        SearchLog.Page third = log.page("seogu", second.next(), 3);
        assertThat(first.items()).extracting(link -> link.search().number()).containsExactly(7L, 6L, 5L);
        assertThat(third.items()).extracting(link -> link.search().number()).containsExactly(1L);
        assertThat(third.next()).isNull();
        assertThat(List.of(first, second, third))
                .allSatisfy(page -> assertThat(page.items()).allMatch(SearchLog.Link::intact));
    }

    @Test
    void aChangedOneShows() {
        search(3);
        change(2, because("다른 까닭이라고 고침", stored.get(2L)));
        assertThat(intact()).containsExactly(true, false, true);
    }

    @Test
    void aRemovedOneShowsAtTheNext() {
        search(4);
        stored.remove(2L);
        assertThat(intact()).containsExactly(true, false, true);
        stored.remove(1L);
        assertThat(intact()).containsExactly(true, false);
    }

    @Test
    void oneThatIsWrittenAnewWithoutTheKeyShows() {
        search(2);
        KeyRing other = KeyRing.of("c1", "another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII));
        stored.remove(2L);
        log(other).write(INTAKE, MessageMother.PHONE, "꾸며 넣은 기록");
        assertThat(intact()).containsExactly(false, true);
        change(2, because("열쇠 없이", stored.get(2L)).sealedAs("c9:AAAA"));
        assertThat(intact()).containsExactly(false, true);
        change(2, stored.get(2L).sealedAs(""));
        assertThat(intact()).containsExactly(false, true);
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<Search>> all = IntStream.range(0, 60)
                    .mapToObj(n -> many.submit(() -> log.write(INTAKE, MessageMother.PHONE, "동시에 " + n)))
                    .toList();
            for (Future<Search> one : all) {
                one.get();
            }
        }
        assertThat(stored).hasSize(60);
        assertThat(log.page("seogu", Long.MAX_VALUE, 100).items()).allMatch(SearchLog.Link::intact);
    }

    @Test
    void eachOfficeHasAChainOfItsOwn() {
        search(2);
        assertThat(log.page("namgu", Long.MAX_VALUE, 10).items()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        Searches full = new Searches() {
            @Override
            public boolean add(Search search) {
                return false;
            }

            @Override
            public Optional<Search> last(String officeId) {
                return Optional.empty();
            }

            @Override
            public List<Search> before(String officeId, long number, int most) {
                return List.of();
            }
        };
        SearchLog hopeless = new SearchLog(
                full, new ContactIdentity(KEYS), new KeyedHash(KEYS), Clock.fixed(MessageMother.AT, ZoneOffset.UTC));
        assertThatIllegalStateException().isThrownBy(() -> hopeless.write(INTAKE, MessageMother.PHONE, "까닭입니다"));
    }
}
