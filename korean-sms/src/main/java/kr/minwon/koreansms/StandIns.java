package kr.minwon.koreansms;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a character that EUC-KR lacks: chosen by hand, for what Hangul word processors, office suites and the
 * keyboards of phones write; for the forms that Unicode keeps for compatibility alone, what it says they stand for. None is
 * a question mark.
 */
final class StandIns {
    /** What stands for them, then the characters. */
    private static final String CHOSEN = """
            - ‐ ‑ ‒ – — − ˗ ⁃ ⸺ ⸻ ﹘ ー
            · • ∙ ⋅ ・ ･ ‧ ⸱ ⦁
            … ⋯ ⋮
            . ․
            / ∕ ⁄
            | ¦ ￤ ∣
            , ‚
            * ∗ ⁎ ✱ ✽ ✳ ✻
            ‘ ‛ ❛
            ’ ʼ ❜
            “ „ ‟ 〝 ❝
            ” 〞 〟 ❞
            《 « ⟪
            》 » ⟫
            〈 ‹ ⟨ ❮
            〉 › ⟩ ❯
            【 〖
            】 〗
            〔 〘
            〕 〙
            「 ｢
            」 ｣
            。 ｡
            、 ､ ﹑
            ？ ﹖
            ！ ❗
            ｛ ﹛
            ｝ ﹜
            ～ 〜 〰
            ∥ ‖
            ￦ ₩
            ￠ ¢
            ￡ £ ₤
            ￥ ¥
            ￢ ¬
            ￣ ¯
            μ µ
            √ ✓ ✔ ✅
            × ✕ ✖ ✗ ✘ ❌
            ≤ ≦ ⩽
            ≥ ≧ ⩾
            ≒ ≈
            ○ ◦ ◯ ⚪ ⭕
            ● ⚫ ⬤
            ■ ▪ ◼ ◾ ⬛
            □ ▫ ◻ ◽ ⬜ ▢ ☐ ❏ ❐ ❑ ❒
            ▣ ☑
            ▶ ► ▸ ‣
            ▷ ▹
            ◀ ◄
            ◈ ❖
            ★ ⭐ 🌟
            ♥ ❤
            ☎ 📞 📱
            ☞ 👉
            ☜ 👈
            → ➔ ➜ ➝ ➞ ➡ ⟶ ￫
            ← ⬅ ⟵ ⇐ ￩
            ↑ ⬆ ￪
            ↓ ⬇ ￬
            ⇒ ⟹ ⇨
            Å Å
            (c) ©
            (p) ℗
            ㆍ ᆞ
            """;

    /** Leading, middle and closing letters that make no syllable, as macOS and old Hangul write them. */
    private static final String LEADING = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    private static final String MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String CLOSING = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    /** White on black, and without serifs. */
    private static final int[] OTHER_CIRCLED = {0x2776, 0x2780, 0x278A, 0x24F5};

    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";

    private static final Map<Integer, String> TABLE = table();

    private StandIns() {}

    private static Map<Integer, String> table() {
        Map<Integer, String> table = new HashMap<>();
        for (String line : CHOSEN.split("\n")) {
            String standIn = line.substring(0, line.indexOf(' '));
            line.substring(standIn.length())
                    .codePoints()
                    .filter(point -> point != ' ')
                    .forEach(point -> table.put(point, standIn));
        }
        letters(table, 0x1100, LEADING);
        letters(table, 0x1161, MIDDLE);
        letters(table, 0x11A8, CLOSING);
        for (int from : OTHER_CIRCLED) {
            letters(table, from, CIRCLED);
        }
        // Fillers, the mark of a keycap, and a blank of no dots.
        table.put(0x115F, "");
        table.put(0x1160, "");
        table.put(0xFFA0, "");
        table.put(0x20E3, "");
        table.put(0x2800, " ");
        // How a character or a face is to be shown.
        for (int point = 0xFE00; point <= 0xFE0F; point++) {
            table.put(point, "");
        }
        for (int point = 0x1F3FB; point <= 0x1F3FF; point++) {
            table.put(point, "");
        }
        return Map.copyOf(table);
    }

    private static void letters(Map<Integer, String> table, int from, String letters) {
        for (int at = 0; at < letters.length(); at++) {
            table.put(from + at, letters.substring(at, at + 1));
        }
    }

    /** All that were chosen. */
    static Map<Integer, String> chosen() {
        return TABLE;
    }

    /** What stands for a character that EUC-KR lacks; null when nothing does. */
    static @Nullable String of(int point) {
        String chosen = TABLE.get(point);
        return chosen == null ? compatible(point) : chosen;
    }

    private static @Nullable String compatible(int point) {
        boolean enclosed = isWithin(point, 0x2460, 0x24FF) || isWithin(point, 0x3200, 0x32FF);
        boolean plain = isWithin(point, 0xFE50, 0xFE6F) // small
                || isWithin(point, 0xFF01, 0xFFEE) // of half a width, or a whole one
                || isWithin(point, 0xFB00, 0xFB06) // ligatures
                || isWithin(point, 0x2100, 0x218B) // like letters; Roman numerals
                || isWithin(point, 0x3300, 0x33FF) // squared
                || isWithin(point, 0x1D400, 0x1D7FF); // letters of mathematics
        if (!enclosed && !plain) {
            return null;
        }
        String meant = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        if (!SmsText.unencodable(meant).isEmpty() || meant.indexOf('?') >= 0) {
            return null;
        }
        return plain || meant.startsWith("(") || meant.endsWith(".") ? meant : "(" + meant + ")";
    }

    private static boolean isWithin(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
