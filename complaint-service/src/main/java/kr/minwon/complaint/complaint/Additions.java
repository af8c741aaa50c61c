package kr.minwon.complaint.complaint;

/**
 * How much a resident has added to what was filed: a draft from before it does not answer it.
 *
 * @param changes how often they changed what was asked
 * @param supplies how many supplements came
 */
public record Additions(int changes, int supplies) {
    static Additions of(Procedure procedure) {
        return new Additions(procedure.changes().size(), (int) procedure.supplements().stream()
                .filter(supplement -> supplement.supply() != null)
                .count());
    }
}
