package kr.minwon.complaint.complaint.nori;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Words;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.springframework.stereotype.Component;

/**
 * Words by nori's dictionary. Compounds are their parts (보안등: 보안, 등), for cases and for queries alike, so that it does
 * not matter where somebody puts spaces (띄어쓰기); 漢字 are read as 한글, full-width letters as letters.
 */
@Component
class NoriWords implements Words {
    /** Besides particles and endings what says nothing by itself: 있다, 주다 and 이다 as helping words. */
    private static final Set<POS.Tag> NO_WORDS = noWords();

    NoriWords() {
        // The dictionary takes a second to read; the service does not wait for it, nor mostly the first filing.
        Thread.ofPlatform().daemon().name("nori dictionary").start(() -> read("민원"));
    }

    private static Set<POS.Tag> noWords() {
        Set<POS.Tag> tags = EnumSet.copyOf(KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS);
        tags.addAll(Set.of(POS.Tag.VX, POS.Tag.VCP, POS.Tag.VCN));
        return tags;
    }

    @Override
    public List<Word> of(String text) {
        return read(text);
    }

    private static List<Word> read(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = tokens(text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(new Word(bounded(term.toString()), offset.startOffset(), offset.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static TokenStream tokens(String text) {
        Tokenizer tokenizer = new KoreanTokenizer(
                TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.DISCARD, false, true);
        tokenizer.setReader(new StringReader(text));
        return new LowerCaseFilter(
                new CJKWidthFilter(new KoreanReadingFormFilter(new KoreanPartOfSpeechStopFilter(tokenizer, NO_WORDS))));
    }

    private static String bounded(String term) {
        return term.codePointCount(0, term.length()) <= Limits.WORD
                ? term
                : term.substring(0, term.offsetByCodePoints(0, Limits.WORD));
    }
}
