package kr.minwon.complaint.complaint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a case is found by: its title, body and address, what its resident added, and the answers. Never who filed, nor what
 * colleagues noted.
 */
final class SearchText {
    private SearchText() {}

    /** The texts, the weightiest first: when a case has more words than it keeps, the last ones go. */
    static List<String> of(Complaint complaint) {
        List<String> texts = new ArrayList<>();
        texts.add(complaint.filing().title());
        texts.addAll(besideTitle(complaint));
        return texts;
    }

    /** The texts without the title, in the same order. */
    static List<String> besideTitle(Complaint complaint) {
        List<String> texts = new ArrayList<>();
        texts.add(complaint.filing().body());
        Location location = complaint.filing().location();
        if (location != null && location.address() != null) {
            texts.add(location.address());
        }
        Procedure procedure = complaint.progress().procedure();
        Stream.of(
                        procedure.changes().stream().map(Change::text),
                        procedure.supplements().stream()
                                .flatMap(one -> Stream.ofNullable(one.supply()))
                                .map(Supplement.Supply::text),
                        procedure.reopenings().stream().map(Reopening::text),
                        complaint.progress().answers().stream().map(Answer::text))
                .flatMap(each -> each)
                .forEach(texts::add);
        return texts;
    }

    /** Composed, so that the same letters are the same characters (한글 of macOS comes decomposed). */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
