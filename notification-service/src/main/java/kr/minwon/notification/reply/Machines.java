package kr.minwon.notification.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that no person wrote for us: they are kept and never answered. */
final class Machines {
    private static final int LONGEST = 160;

    private static final Pattern AUTOMATIC = Pattern.compile(
            "^(?:자동응답|자동회신|자동답장|부재중|autoreply|automaticreply|outofoffice)|자동(?:응답|회신|답장|발송)(?:메시지|메세지|문자|입니다|된|중)"
                    + "|부재중(?:입니다|이오니|이니|이라|이므로)"
                    + "|(?:운전|회의|수업|근무|진료|통화|이동|수술|취침)중(?:입니다|이라|이어서|이므로|이오니|이니|이라서).{0,40}(?:연락|전화|문자|통화|답장|회신)"
                    + "|^(?:지금은?|현재)?(?:은|는)?(?:전화|통화)(?:를|가)?(?:받을수없|할수없|받기어렵|하기어렵|어렵|곤란|불가)"
                    + "|^(?:지금은?|현재).{0,20}(?:전화|통화)(?:를|가)?(?:받을수없|할수없|받기어렵|하기어렵|곤란|불가)"
                    + "|(?:잠시후|나중에|조금이따가?|곧|이따가?)(?:다시)?(?:전화|연락)(?:를)?드리겠습니다|^가는중입니다$|영업(?:시간|종료).{0,30}(?:연락드|답변드)");
    /** What such texts say besides; beside it nobody has said anything. */
    private static final Pattern BESIDE =
            Pattern.compile("(?:지금은?|현재|제가)?(?:운전|회의|수업|근무|진료|통화|이동|수술|취침|부재|외출|휴가)중(?:입니다|이에요|이라|이므로)?"
                    + "|(?:안녕하세요|죄송합니다|죄송해요|미안합니다|감사합니다|고맙습니다|양해(?:부탁드립니다|바랍니다)|불편을드려죄송합니다)*"
                    + "|(?:급한|용건|용무|문의|필요|메시지|메세지|문자|나중|잠시후|추후|조금후|통화후|회의후|운전후).{0,20}(?:남겨|주세요|주십시오|주시면|바랍니다|드리겠습니다|드릴게요|부탁드립니다|할게요|하겠습니다)"
                    + "|.{0,20}(?:영업|운영|근무|상담)시간(?:은|이|:)?.{0,30}");

    private static final Pattern ADVERTISEMENT =
            Pattern.compile("^\\s*[\\[(（〔]?\\s*광\\s*고\\s*[\\])）〕]|무료\\s*(?:수신)?\\s*거부\\s*:?\\s*0");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。…~\\n]+");

    private Machines() {}

    /**
     * What a person says in a text; empty when nobody does.
     *
     * @param text without our own words
     */
    static Optional<String> without(String text) {
        String line = Words.line(text);
        if (line.toLowerCase(Locale.ROOT).startsWith("[web발신]")
                || ADVERTISEMENT.matcher(line).find()) {
            return Optional.empty();
        }
        if (line.length() > LONGEST || !AUTOMATIC.matcher(Words.letters(text)).find()) {
            return Optional.of(text);
        }
        List<String> said = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text)) {
            if (isSaidBySomebody(sentence)) {
                said.add(sentence.strip());
            }
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", said));
    }

    private static boolean isSaidBySomebody(String sentence) {
        String letters = Words.letters(sentence);
        return AUTOMATIC.matcher(letters).find()
                ? Complaining.isOfSomething(sentence)
                : !letters.isEmpty() && !BESIDE.matcher(letters).matches();
    }
}
