package kr.minwon.notification.reply;

import java.util.Collection;
import java.util.Locale;
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
    private static final Pattern ADVERTISEMENT =
            Pattern.compile("^\\s*[\\[(（〔]?\\s*광\\s*고\\s*[\\])）〕]|무료\\s*(?:수신)?\\s*거부\\s*:?\\s*0");
    private static final Pattern LINK_OF_OURS = Pattern.compile("https?://\\S+/s/[A-Za-z0-9_-]{12}");

    private Machines() {}

    /** @param names of the offices, as our texts begin with them */
    static boolean wrote(String text, Collection<String> names) {
        String line = Words.line(text);
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.startsWith("[web발신]")
                || names.stream().anyMatch(name -> line.startsWith("[" + name + "]"))
                || LINK_OF_OURS.matcher(line).find()
                || ADVERTISEMENT.matcher(line).find()
                || (line.length() <= LONGEST
                        && AUTOMATIC.matcher(Words.letters(text)).find());
    }
}
