/** Personal data sealed at rest and on the wire, and found again by a keyed hash of the phone number. */
@NullMarked
package kr.minwon.sealedfields;

import org.jspecify.annotations.NullMarked;
