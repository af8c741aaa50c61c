package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.clients.VerificationApi;

/** Sends no code, and takes {@link #CODE} for the one it sent. */
public final class FakeVerification implements VerificationApi {
    public static final String ID = "0123456789abcdef0123456789abcdef";
    public static final String CODE = "907345";
    public static final String TOKEN = "v1.k.token";
    public static final String DEVICE_TOKEN = "v1.k.device";

    private final List<String> phones = new ArrayList<>();
    private final List<String> devices = new ArrayList<>();
    private boolean onlyIfKnown;
    private RuntimeException refusal;

    /** Where codes were sent to, as it was typed. */
    public List<String> phones() {
        return phones;
    }

    /** From which devices codes were asked for; null for one that is new. */
    public List<String> devices() {
        return devices;
    }

    /** Has few codes left from now on. */
    public void sendOnlyIfKnown() {
        onlyIfKnown = true;
    }

    /** Refuses everything from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    @Override
    public Sent send(String deviceToken, Phone phone) {
        refused();
        devices.add(deviceToken);
        phones.add(phone.phone());
        return new Sent(ID, "2026-11-23T10:15:00+09:00", 60, onlyIfKnown);
    }

    @Override
    public Verified check(String id, Code code) {
        refused();
        if (!code.code().equals(CODE)) {
            throw Refusal.of(403, "wrong-code");
        }
        return new Verified(TOKEN, "2026-11-23T10:45:00+09:00", DEVICE_TOKEN);
    }

    private void refused() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
