package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;

/**
 * The petition repeats earlier ones of the same person and matter (반복민원, 민원처리법 §23).
 *
 * @param of the earlier ones, two at least
 */
public record RepeatedPetition(List<ReceiptNumber> of, Officer by, Instant at) {
    public RepeatedPetition {
        of = List.copyOf(of);
    }
}
