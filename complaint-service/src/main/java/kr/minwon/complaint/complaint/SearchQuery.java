package kr.minwon.complaint.complaint;

import java.text.Normalizer;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import kr.minwon.sealedfields.PhoneNumber;

/** What somebody looks for, as they typed it. */
public sealed interface SearchQuery {
    /** One case by its number. */
    record ByNumber(ReceiptNumber number) implements SearchQuery {}

    /** As long as a receipt number, but with a wrong digit or two of them swapped. */
    record MistypedNumber() implements SearchQuery {}

    /** A phone number or the like: people are not looked for here. */
    record OfAPerson() implements SearchQuery {}

    /** Nothing that a case could be found by. */
    record NoWord() implements SearchQuery {}

    /** Cases that hold every one of the words. */
    record ByWords(SequencedSet<String> words) implements SearchQuery {}

    /** Reads it. */
    static SearchQuery of(String typed, SearchWords words) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String bare = Shapes.BETWEEN_DIGITS.matcher(plain).replaceAll("");
        Optional<ReceiptNumber> number = ReceiptNumber.parse(bare);
        if (number.isPresent()) {
            return new ByNumber(number.get());
        }
        if (PersonalNumbers.areIn(plain) || PhoneNumber.mobile(plain).isPresent()) {
            return new OfAPerson();
        }
        if (Shapes.RECEIPT_NUMBER.matcher(bare).matches()) {
            return new MistypedNumber();
        }
        SequencedSet<String> found = words.of(typed);
        return found.isEmpty() ? new NoWord() : new ByWords(found);
    }

    /** How numbers are typed. */
    final class Shapes {
        /** Every dash there is, the minus sign among them. */
        private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\u2212]");

        private static final Pattern RECEIPT_NUMBER = Pattern.compile("[0-9]{12}");

        private Shapes() {}
    }
}
