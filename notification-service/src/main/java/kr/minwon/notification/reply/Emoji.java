package kr.minwon.notification.reply;

import java.util.regex.Pattern;

/** Tells a thumb up from an angry face. What is not known to be friendly is not taken for thanks. */
final class Emoji {
    private static final String KIND =
            "👍👌👏🙏🙌🙇🙆🙋💪🤝🫶🫡👋🆗🤗🤩🥰🥳🥹😀😁😃😄😆😊😇🙂😉😋😍😘😎😸😺☺❤❥❣♥♡🧡💛💚💙💜🤍🤎🖤💖💗💕💓💝💞💘🫰💐🌸🌹🌷🌻🌺🌼🍀🎉🎊💯✅☑✨🌟";
    /** Ornaments, and what only changes the emoji before it. */
    private static final String NEITHER = "⭐★☆♀♂※●○◎■□◆◇▶▷◀◁▲△▼▽→←↑↓♪♬☎☏📞📱📷📸🚗💡🚦🌳";

    private static final Pattern FRIENDLY = Pattern.compile("[" + KIND + "]|\\^\\^|\\^_\\^|:\\)");
    private static final Pattern UNFRIENDLY = Pattern.compile("[\\p{So}&&[^" + KIND + NEITHER + "]]");

    private Emoji() {}

    static boolean isFriendly(String text) {
        return FRIENDLY.matcher(text).find();
    }

    static boolean isUnfriendly(String text) {
        return UNFRIENDLY.matcher(text).find();
    }
}
