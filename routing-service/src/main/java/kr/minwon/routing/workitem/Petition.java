package kr.minwon.routing.workitem;

import java.time.Instant;

/**
 * The few things of a complaint that a queue shows.
 *
 * @param submittedAt when it was filed
 * @param acceptedAt when the office accepted it (접수): the clock runs from then
 */
public record Petition(
        String complaintId,
        String officeId,
        String receiptNumber,
        String title,
        String category,
        Instant submittedAt,
        Instant acceptedAt) {}
