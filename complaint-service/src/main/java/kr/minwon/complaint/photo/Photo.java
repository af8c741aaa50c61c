package kr.minwon.complaint.photo;

import java.time.Instant;

/**
 * A stored photo.
 *
 * @param id UUID
 * @param complaintId the complaint it was sent with, which is stored after it, or never
 * @param jpeg at most 4 MB
 * @param width pixels
 * @param height pixels
 */
public record Photo(String id, String complaintId, byte[] jpeg, int width, int height, Instant storedAt) {}
