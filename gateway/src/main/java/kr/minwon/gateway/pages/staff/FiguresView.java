package kr.minwon.gateway.pages.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.minwon.gateway.clients.MessageDeskApi;
import kr.minwon.gateway.clients.MessageDeskApi.Totals;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * The office's texts of some days, in rows that are shown as they are.
 *
 * @param countedAt as people say it; null when nothing was counted yet
 * @param unknown how many nobody can tell of, to be decided
 */
record FiguresView(
        @Nullable String countedAt,
        long unknown,
        List<Figure> totals,
        List<Row> days,
        List<Bar> failures,
        List<Bar> notSent,
        List<Figure> waiting,
        List<Row> providers,
        List<Row> departments) {
    private static final int WHOLE = 100;

    /** A number with its name. */
    record Figure(String id, String label, String number) {}

    /**
     * How many for one reason.
     *
     * @param share of the most, from 0 to 100: how long its bar is
     */
    record Bar(String label, String number, long share) {}

    /** What became of the texts of one day, provider or department. */
    record Row(
            String label,
            String sent,
            String delivered,
            String failed,
            String unknown,
            String cost,
            long share,
            long failedShare) {}

    /** Makes it. */
    record Maker(Words words, Map<String, String> departments) {
        FiguresView of(MessageDeskApi.Summary summary) {
            List<MessageDeskApi.Day> days = present(summary.days());
            List<MessageDeskApi.Provider> providers = present(summary.providers());
            List<MessageDeskApi.Department> departmentRows = present(summary.departments());
            return new FiguresView(
                    SeoulMoment.of(summary.countedAt())
                            .map(at -> at.brief(words))
                            .orElse(null),
                    summary.total().unknown(),
                    totals(summary.total()),
                    days.size() < 2 ? List.of() : rows(days, one -> day(one.day()), MessageDeskApi.Day::total),
                    bars(present(summary.failures())),
                    bars(present(summary.notSent())),
                    present(summary.waiting()).stream()
                            .map(lane -> new Figure(
                                    lane.lane(),
                                    words.textOr("figures.lane." + lane.lane(), lane.lane()),
                                    Won.number(lane.count())))
                            .toList(),
                    rows(
                            providers,
                            one -> words.textOr("message.provider." + one.provider(), one.provider()),
                            MessageDeskApi.Provider::total),
                    rows(departmentRows, this::department, MessageDeskApi.Department::total));
        }

        private static <T> List<T> present(@Nullable List<T> all) {
            return Objects.requireNonNullElse(all, List.of());
        }

        private List<Figure> totals(Totals total) {
            return List.of(
                    figure("sent", total.sent()),
                    figure("delivered", total.delivered()),
                    figure("accepted", total.accepted()),
                    figure("failed", total.failed()),
                    figure("unknown", total.unknown()),
                    figure("waiting", total.waiting()),
                    figure("dropped", total.dropped()),
                    figure("merged", total.merged()),
                    new Figure("cost", words.text("figures.cost"), won(total)));
        }

        private Figure figure(String name, long number) {
            return new Figure(name, words.text("figures." + name), Won.number(number));
        }

        private String won(Totals total) {
            return Won.of(Objects.requireNonNullElse(total.cost(), BigDecimal.ZERO), words);
        }

        private String day(String iso) {
            return DateTimeFormatter.ofPattern(words.text("figures.day"), words.locale())
                    .format(LocalDate.parse(iso));
        }

        private String department(MessageDeskApi.Department one) {
            String id = one.departmentId();
            return id == null
                    ? words.textOr("figures.of." + one.kind(), words.text("figures.of.case"))
                    : departments.getOrDefault(id, id) + words.textOr("figures.of-" + one.kind(), "");
        }

        private <T> List<Row> rows(List<T> all, Function<T, String> label, Function<T, Totals> total) {
            long most = all.stream().map(total).mapToLong(Totals::sent).max().orElse(0);
            return all.stream()
                    .map(one -> {
                        Totals texts = total.apply(one);
                        return new Row(
                                label.apply(one),
                                Won.number(texts.sent()),
                                Won.number(texts.delivered()),
                                Won.number(texts.failed()),
                                Won.number(texts.unknown()),
                                won(texts),
                                share(texts.sent(), most),
                                share(texts.failed(), most));
                    })
                    .toList();
        }

        private List<Bar> bars(List<MessageDeskApi.Cause> causes) {
            long most =
                    causes.stream().mapToLong(MessageDeskApi.Cause::count).max().orElse(0);
            return causes.stream()
                    .map(one -> new Bar(
                            words.textOr("message.cause." + one.cause(), words.text("figures.unexplained")),
                            Won.number(one.count()),
                            share(one.count(), most)))
                    .toList();
        }

        /** Something that is there is seen, however little it is. */
        private static long share(long part, long most) {
            return part == 0 || most == 0 ? 0 : Math.max(1, part * WHOLE / most);
        }
    }

    /** Whether nothing was sent and nothing waits. */
    boolean isEmpty() {
        return Stream.of(failures, notSent, providers, departments).allMatch(List::isEmpty);
    }
}
