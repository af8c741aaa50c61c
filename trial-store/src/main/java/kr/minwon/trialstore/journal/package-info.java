/** The append-only file that makes an acknowledged write survive a killed process. */
@NullMarked
package kr.minwon.trialstore.journal;

import org.jspecify.annotations.NullMarked;
