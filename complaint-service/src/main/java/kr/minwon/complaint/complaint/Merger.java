package kr.minwon.complaint.complaint;

import java.time.Instant;

/**
 * The petition is handled with another one of the same purpose, whose answer is its own (다수인관련민원, 민원처리법 시행령 §6⑥).
 *
 * @param into the petition that is answered for all
 */
public record Merger(ReceiptNumber into, String reason, Officer by, Instant at) {}
