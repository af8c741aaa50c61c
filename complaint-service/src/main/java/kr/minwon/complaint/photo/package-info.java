/** Photos: looked at before they are decoded, re-encoded without metadata, kept one document each. */
@NullMarked
package kr.minwon.complaint.photo;

import org.jspecify.annotations.NullMarked;
