package kr.minwon.phonesimulator.message;

/**
 * The delivery receipt that a submit is owed; it is written in the same line as the submit.
 *
 * @param messageId the id as the receipt carries it: always decimal
 * @param dueAt when it is to be sent, in epoch milliseconds
 * @param copies how often it is sent
 */
public record Receipt(String messageId, ReceiptState state, long dueAt, int copies) {}
