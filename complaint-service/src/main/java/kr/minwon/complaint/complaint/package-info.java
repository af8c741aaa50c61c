/**
 * The complaint and its life, as docs/architecture.md, "Life of a complaint", writes it down. Nothing here knows of the
 * web, the store or the broker.
 */
@NullMarked
package kr.minwon.complaint.complaint;

import org.jspecify.annotations.NullMarked;
