/** Complaints in MongoDB. */
@NullMarked
package kr.minwon.complaint.complaint.mongo;

import org.jspecify.annotations.NullMarked;
