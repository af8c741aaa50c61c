package kr.minwon.notification.message;

/** Whether anybody who is switched on takes what EUC-KR lacks: a text in UCS-2. */
@FunctionalInterface
public interface WideTexts {
    /** Somebody does. */
    WideTexts TAKEN = sender -> true;

    /** @param sender registered sender number, digits */
    boolean areTakenFrom(String sender);
}
