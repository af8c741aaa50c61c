package kr.minwon.complaint.complaint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a complaint came out (처리결과), by the labels of 안전신문고. */
public enum Outcome {
    GRANTED("수용"),
    PARTLY_GRANTED("일부수용"),
    REFUSED("불수용"),
    ALREADY_DONE("기완료"),
    OTHER("기타");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The name on the wire, which is also what people read. */
    public String label() {
        return label;
    }

    /** Whether something that was asked for was refused. */
    public boolean isRefusal() {
        return this == REFUSED || this == PARTLY_GRANTED;
    }

    /** The outcome of a label, if it is one. */
    public static Optional<Outcome> of(String label) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.label.equals(label))
                .findFirst();
    }

    /** Every label. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Outcome::label).toList();
    }
}
