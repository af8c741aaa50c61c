package kr.minwon.phonesimulator.web;

import kr.minwon.phonesimulator.message.Message;
import kr.minwon.phonesimulator.message.PhoneNumber;
import kr.minwon.phonesimulator.message.PhoneSummary;

/** A phone in the list. */
record PhoneRow(String number, String written, int messages, String preview, String time, String iso) {

    private static final int PREVIEW_LENGTH = 120;

    static PhoneRow of(PhoneSummary phone, long now) {
        Message latest = phone.latest();
        String text = latest == null ? "" : Bubble.shown(latest.text());
        return new PhoneRow(
                phone.number(),
                PhoneNumber.written(phone.number()),
                phone.messages(),
                text.length() > PREVIEW_LENGTH
                        ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, PREVIEW_LENGTH)))
                        : text,
                latest == null ? "" : SeoulTime.brief(latest.receivedAt(), now),
                latest == null ? "" : SeoulTime.iso(latest.receivedAt()));
    }
}
